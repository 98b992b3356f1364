import { numericDate } from "@/lib/core/format-date";
import { WithdrawButton } from "./withdraw-button";

export type DeliveredView = { id: string; title: string; sentOn: string; readOn: string | null };

type Props = { delivered: DeliveredView[]; householdId: string; isEditable: boolean };

/** What agents addressed to a family, and since when it is read. */
export function DeliveredList({ delivered, householdId, isEditable }: Props) {
  if (delivered.length === 0) return <p className="text-sm text-ink-2">Rien n’a été déposé pour cette famille.</p>;
  return (
    <ul className="grid gap-2 text-sm">
      {delivered.map(({ id, title, sentOn, readOn }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <span className="grow">
            <a href={`/api/documents-adresses/${id}`} download className="font-medium underline underline-offset-3">
              {title}
            </a>
            <span className="block text-ink-2">
              déposé le {numericDate(sentOn)}, {readOn ? `lu le ${numericDate(readOn)}` : "pas encore lu"}
            </span>
          </span>
          {isEditable && <WithdrawButton deliveryId={id} householdId={householdId} title={title} />}
        </li>
      ))}
    </ul>
  );
}
