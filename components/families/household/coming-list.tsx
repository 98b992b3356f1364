import { Money } from "@/components/ui/money";
import { Tag, type Tone } from "@/components/ui/tag";
import { shortDate } from "@/lib/core/format-date";
import type { ComingReservation } from "@/lib/reporting/queries/household-activity";

const states: Partial<Record<ComingReservation["status"], { label: string; tone: Tone }>> = {
  requested: { label: "Demande", tone: "request" },
  booked: { label: "Réservé", tone: "reserved" },
  waitlisted: { label: "Liste d’attente", tone: "wait" },
  cancellation_requested: { label: "Annulation demandée", tone: "cancel" },
  absent_charged: { label: "Absence facturée", tone: "absence" },
  absent_excused: { label: "Absence excusée", tone: "absence" },
};

/** The next days of the children, as the structure expects them. */
export function ComingList({ coming }: { coming: ComingReservation[] }) {
  if (coming.length === 0) return <p className="text-sm text-ink-2">Rien n’est réservé pour les jours à venir.</p>;
  return (
    <ul className="grid max-h-96 gap-1.5 overflow-y-auto text-sm" tabIndex={-1}>
      {coming.map(({ id, date, child, slot, status, priceCents }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3">
          <span className="w-24 text-ink-2 tabular-nums">{shortDate(date)}</span>
          <span className="grow">
            <span className="font-medium">{child}</span> {slot}
          </span>
          <Tag tone={states[status]?.tone}>{states[status]?.label ?? "Présence notée"}</Tag>
          <Money cents={priceCents} />
        </li>
      ))}
    </ul>
  );
}
