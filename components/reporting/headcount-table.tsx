import { CalendarOff } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { timeInWords } from "@/lib/core/format-date";
import type { Headcount } from "@/lib/reporting/queries/headcounts";

const columns = [
  { label: "Service", phone: "lead" },
  { label: "Structure" },
  { label: "Horaires" },
  { label: "Attendus", phone: "amount", end: true },
  { label: "En panier", end: true },
  { label: "À valider", end: true },
] as const;

/** Who is expected today, slot by slot, beside what each can take. */
export function HeadcountTable({ headcounts }: { headcounts: Headcount[] }) {
  if (headcounts.length === 0) {
    return (
      <EmptyState icon={CalendarOff} title="Aucun service aujourd’hui">
        Rien n’est ouvert à la réservation à cette date.
      </EmptyState>
    );
  }
  return (
    <Card className="text-sm sm:[&_td]:py-1.5 sm:[&_th]:sticky sm:[&_th]:top-0 sm:[&_th]:bg-paper sm:[&_th:first-child]:rounded-tl-card sm:[&_th:last-child]:rounded-tr-card">
      <ListTable
        caption="Effectifs du jour, par créneau"
        columns={[...columns]}
        rows={headcounts.map((headcount) => ({ key: headcount.id, cells: cellsOf(headcount) }))}
      />
    </Card>
  );
}

function cellsOf({ activity, slot, group, facility, closedReason, ...numbers }: Headcount) {
  const { startsAt, endsAt, expected, capacity, inCarts, toApprove } = numbers;
  return [
    [`${activity} – ${slot}`, group].filter(Boolean).join(", "),
    facility,
    `${timeInWords(startsAt)} – ${timeInWords(endsAt)}`,
    closedReason ? <Tag key="attendus">{closedReason}</Tag> : <Fill key="attendus" expected={expected} of={capacity} />,
    <Waiting key="panier" count={inCarts} label="en panier" />,
    <Waiting key="valider" count={toApprove} label="à valider" />,
  ];
}

/** "12 / 40", and a bar that says the same at a glance. */
function Fill({ expected, of: capacity }: { expected: number; of: number }) {
  const share = capacity === 0 ? 0 : Math.round((100 * expected) / capacity);
  return (
    <span className="inline-grid w-24 justify-items-end gap-1 tabular-nums">
      <span>
        <strong>{expected}</strong> / {capacity}
      </span>
      <span aria-hidden="true" className="h-1 w-full overflow-hidden rounded-full bg-sunk">
        <span className="block h-full bg-primary" style={{ width: `${Math.min(100, share)}%` }} />
      </span>
    </span>
  );
}

/** On a phone the number has no column to name it. */
function Waiting({ count, label }: { count: number; label: string }) {
  if (count === 0) return <span className="text-ink-3 max-sm:hidden">0</span>;
  return (
    <span className="tabular-nums">
      {count}
      <span className="sm:hidden"> {label}</span>
    </span>
  );
}
