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

/** A fortnight of three children; the others are one press away. */
const SHOWN = 12;

/** The next days of the children, as the structure expects them. */
export function ComingList({ coming }: { coming: ComingReservation[] }) {
  if (coming.length === 0) return <p className="text-sm text-ink-2">Rien n’est réservé pour les jours à venir.</p>;
  const others = coming.slice(SHOWN);
  return (
    <div className="grid gap-1.5 text-sm">
      <Rows coming={coming.slice(0, SHOWN)} />
      {others.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 items-center font-semibold text-primary-strong underline underline-offset-3">
            {others.length === 1 ? "Voir la suivante" : `Voir les ${others.length} suivantes`}
          </summary>
          <Rows coming={others} />
        </details>
      )}
    </div>
  );
}

function Rows({ coming }: { coming: ComingReservation[] }) {
  return (
    <ul className="grid gap-1.5">
      {coming.map(({ id, date, child, slot, status, priceCents }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3">
          <span className="w-28 text-ink-2">{shortDate(date)}</span>
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
