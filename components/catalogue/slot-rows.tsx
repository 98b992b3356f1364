import { TriangleAlert } from "lucide-react";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ListedSlot } from "@/lib/catalogue/queries";
import { dayInWords, timeInWords } from "@/lib/core/format-date";

const columns = [
  { label: "Créneau", phone: "lead" },
  { label: "Horaires" },
  { label: "Groupe" },
  { label: "Places", end: true },
  { label: "Tarif" },
  { label: "Où il en est" },
] as const;

/** The slots of an activity, with what is open and what is missing. */
export function SlotRows({ activity, slots }: { activity: string; slots: ListedSlot[] }) {
  return (
    // The same columns for every activity of a page.
    <div className="lg:[&_table]:table-fixed lg:[&_th:last-child]:w-1/4">
      <ListTable
        caption={`Créneaux de ${activity}`}
        columns={[...columns]}
        rows={slots.map((slot) => ({
          key: slot.id,
          cells: [
            <Link
              key="nom"
              href={`/admin/catalogue/creneaux/${slot.id}`}
              className="font-medium underline underline-offset-3"
            >
              {slot.label}
            </Link>,
            <span key="heures" className="whitespace-nowrap">
              {timeInWords(slot.startsAt)} – {timeInWords(slot.endsAt)}
            </span>,
            slot.group ?? "Tous",
            `${slot.capacity} places`,
            slot.tariff,
            <State key="etat" slot={slot} />,
          ],
        }))}
      />
    </div>
  );
}

function State({ slot: { tone, words, warnings, nextClosed, archivedAt } }: { slot: ListedSlot }) {
  if (archivedAt) return <Tag>Archivé</Tag>;
  return (
    <span className="grid gap-1">
      <span>
        <Tag tone={tone}>{words}</Tag>
      </span>
      {nextClosed && <span className="text-sm text-ink-2">Prochaine fermeture : {dayInWords(nextClosed)}</span>}
      {warnings.map((warning) => (
        <span key={warning} className="flex items-start gap-1.5 text-sm text-request">
          <TriangleAlert className="mt-0.5 size-4" />
          {warning}
        </span>
      ))}
    </span>
  );
}
