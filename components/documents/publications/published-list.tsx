import { Card } from "@/components/ui/card";
import { ListTable } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import { numericDate } from "@/lib/core/format-date";
import type { DisplayState } from "@/lib/documents/publications/rules";
import { kindInWords, sizeInWords } from "../document-words";
import { PublicationActions } from "./publication-actions";

export type PublishedView = {
  id: string;
  title: string;
  mediaType: string;
  sizeBytes: number;
  isPublic: boolean;
  place: string | null;
  fromOn: string;
  untilOn: string | null;
  state: DisplayState;
  readers: number;
};

const states: Record<DisplayState, { label: string; tone: Tone }> = {
  planned: { label: "À venir", tone: "wait" },
  displayed: { label: "En ligne", tone: "reserved" },
  over: { label: "Terminé", tone: "neutral" },
};

/** What the structure published, with who sees it and how many opened it. */
export function PublishedList({ published }: { published: PublishedView[] }) {
  return (
    <Card className="py-2 text-sm">
      <ListTable
        caption="Documents publiés, du plus récent au plus ancien"
        columns={[
          { label: "Document", phone: "lead" },
          { label: "État", phone: "amount" },
          { label: "Pour qui" },
          { label: "Dates" },
          { label: "Lecteurs", end: true },
          { label: "Actions", phone: "action", end: true, quiet: true },
        ]}
        rows={published.map((publication) => ({ key: publication.id, cells: cellsOf(publication) }))}
      />
    </Card>
  );
}

function cellsOf({ id, title, mediaType, sizeBytes, place, isPublic, ...publication }: PublishedView) {
  const { fromOn, untilOn, state, readers } = publication;
  return [
    <a key="title" href={`/api/publications/${id}`} download className="font-medium underline underline-offset-3">
      {title}{" "}
      <span className="font-normal whitespace-nowrap text-ink-2">
        ({kindInWords(mediaType)}, {sizeInWords(sizeBytes)})
      </span>
    </a>,
    <Tag key="state" tone={states[state].tone}>
      {states[state].label}
    </Tag>,
    place ?? (isPublic ? "Tout le monde, même sans compte" : "Toutes les familles"),
    <span key="dates" className="xl:whitespace-nowrap">
      {untilOn ? `du ${numericDate(fromOn)} au ${numericDate(untilOn)}` : `depuis le ${numericDate(fromOn)}`}
    </span>,
    <span key="lecteurs" className="whitespace-nowrap">
      {readers > 1 ? `${readers} lecteurs` : `${readers} lecteur`}
    </span>,
    <PublicationActions key="actions" id={id} title={title} />,
  ];
}
