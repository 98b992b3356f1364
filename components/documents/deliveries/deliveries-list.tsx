import { Download, FileText } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { dateInWords } from "@/lib/core/format-date";
import { kindInWords, sizeInWords } from "../document-words";

export type DeliveryView = {
  id: string;
  title: string;
  mediaType: string;
  sizeBytes: number;
  /** Civil date. */
  sentOn: string;
  isRead: boolean;
};

/** What the structure addressed to the family; what nobody of it has opened yet stands out. */
export function DeliveriesList({ deliveries }: { deliveries: DeliveryView[] }) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {deliveries.map(({ id, title, mediaType, sizeBytes, sentOn, isRead }) => (
          <li key={id} className="relative flex items-start gap-3 px-4 py-3.5 hover:bg-sunk sm:gap-4 sm:px-5">
            <span className="grid size-10 shrink-0 place-items-center rounded-control bg-primary-soft text-primary-strong">
              <FileText />
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                <a
                  href={`/api/documents-adresses/${id}`}
                  download
                  className="font-semibold no-underline after:absolute after:inset-0"
                >
                  {title}
                </a>
                {!isRead && <Tag tone="primary">Nouveau</Tag>}
              </p>
              <p className="text-sm text-ink-2">
                {kindInWords(mediaType)}, {sizeInWords(sizeBytes)} · déposé le {dateInWords(sentOn)}
              </p>
            </div>
            <Download className="mt-2 shrink-0 text-ink-3" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
