import { Download, FileText, Image } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { dateInWords } from "@/lib/core/format-date";
import { kindInWords, sizeInWords } from "../document-words";

export type PublicationView = {
  id: string;
  title: string;
  description: string | null;
  mediaType: string;
  sizeBytes: number;
  /** Civil date. */
  putOn: string;
  isNew: boolean;
};

export type PublicationGroup = { title: string; publications: PublicationView[] };

/** What may be downloaded, by whom it is for. */
export function PublicationsList({ groups }: { groups: PublicationGroup[] }) {
  return (
    <div className="grid gap-6">
      {groups.map(({ title, publications }) => (
        <section key={title} aria-label={title}>
          <h2 className="mb-3">{title}</h2>
          <PublicationsCard publications={publications} />
        </section>
      ))}
    </div>
  );
}

export function PublicationsCard({ publications }: { publications: PublicationView[] }) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {publications.map((publication) => (
          <PublicationRow key={publication.id} publication={publication} />
        ))}
      </ul>
    </Card>
  );
}

function PublicationRow({ publication }: { publication: PublicationView }) {
  const { id, title, description, mediaType, sizeBytes, putOn, isNew } = publication;
  const Icon = mediaType.startsWith("image/") ? Image : FileText;
  return (
    <li className="relative flex items-start gap-3 px-4 py-3.5 hover:bg-sunk sm:gap-4 sm:px-5">
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-primary-soft text-primary-strong">
        <Icon />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <a
            href={`/api/publications/${id}`}
            download
            className="font-semibold no-underline after:absolute after:inset-0"
          >
            {title}
          </a>
          {isNew && <Tag tone="primary">Nouveau</Tag>}
        </p>
        {description && <p className="max-w-prose text-ink-2">{description}</p>}
        <p className="text-sm text-ink-2">
          {kindInWords(mediaType)}, {sizeInWords(sizeBytes)} · mis en ligne le {dateInWords(putOn)}
        </p>
      </div>
      <Download className="mt-2 shrink-0 text-ink-3" />
    </li>
  );
}
