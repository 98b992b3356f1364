import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { timeInWords } from "@/lib/core/format-date";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { slotInWords } from "./day-words";
import { leftOf, requestedOf, requiredOf } from "./moments";

const columns = [
  { label: "Service", phone: "lead" },
  { label: "Horaires" },
  { label: "Attendus", phone: "amount", end: true },
  { label: "Places", end: true },
  { label: "Restent", end: true },
  { label: "Demandes", end: true },
  { label: "Attente", end: true },
  { label: "Présents", end: true },
  { label: "Absents", end: true },
  { label: "Moins de 6 ans", end: true },
  { label: "6 ans et plus", end: true },
  { label: "Adultes requis", end: true },
] as const;

/** The numbers behind the bars. */
export function DayTable({ name, slots }: { name: string; slots: PlannedSlot[] }) {
  return (
    <details className="mt-3 print:hidden">
      <summary className="inline-flex min-h-9 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
        Voir en tableau
      </summary>
      <div className="mt-2 overflow-x-auto rounded-card border border-line bg-paper text-sm">
        <ListTable
          caption={`Effectifs de ${name}, par créneau`}
          columns={[...columns]}
          rows={slots.map((slot) => ({ key: slot.id, cells: cellsOf(slot) }))}
        />
      </div>
    </details>
  );
}

function cellsOf(slot: PlannedSlot) {
  const numbers = [
    slot.closedReason === null ? slot.expected : <Tag key="ferme">Fermé</Tag>,
    slot.capacity,
    leftOf(slot),
    requestedOf(slot),
    slot.waitlisted,
    slot.present,
    slot.absent,
    slot.under6,
    slot.from6,
    requiredOf(slot),
  ];
  return [
    slotInWords(slot),
    `${timeInWords(slot.startsAt)} – ${timeInWords(slot.endsAt)}`,
    // On a phone the number has no column to name it.
    ...numbers.map((number, index) => (
      <span key={columns[index + 2]?.label} className="tabular-nums">
        <span className="text-ink-2 sm:hidden">{columns[index + 2]?.label} </span>
        {number}
      </span>
    )),
  ];
}
