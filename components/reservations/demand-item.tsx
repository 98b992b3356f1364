import { HiddenFields } from "@/components/form/hidden-fields";
import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import { dayInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { boxOf } from "@/lib/reservations/approvals/input";
import type { Demand } from "@/lib/reservations/approvals/queries";

const titles: Record<Demand["kind"], (demand: Demand) => string> = {
  requests: ({ child, activity, places, isLate }) =>
    `${isLate ? "Réservation tardive" : "Réservation"} · ${child} · ${activity} (${slotsInWords(places.length)})`,
  cancellations: ({ child, activity, places }) =>
    `Annulation · ${child} · ${activity} (${slotsInWords(places.length)})`,
};

const slotsInWords = (count: number) => (count === 1 ? "1 créneau" : `${count} créneaux`);

const begunWords: Record<Demand["kind"], string> = {
  requests: "Le service commence : la demande prend fin sans réponse.",
  cancellations: "En retard : le service a eu lieu. La place reste due tant que vous n’avez pas répondu.",
};

/** What one child is asked for in one gesture: each slot with a box, so that a part can be decided. */
export function demandItem(demand: Demand, now: Date): QueueItem {
  const { kind, id, householdId, household, facility, askedAt, askedBy, note } = demand;
  return {
    id: `${kind}-${id}`,
    title: titles[kind](demand),
    subtitle: `Famille ${household} · ${facility}${askedBy ? ` · demandé par ${askedBy}` : ""}`,
    since: agoInWords(askedAt, now),
    href: `/admin/familles/${householdId}`,
    warning: demand.hasBegun ? begunWords[kind] : undefined,
    details: note ? <p className="max-w-prose">« {note} »</p> : undefined,
    fields: <Slots demand={demand} />,
  };
}

function Slots({ demand: { kind, places, isLate } }: { demand: Demand }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm text-ink-2">
        {kind === "requests"
          ? `Les créneaux cochés sont décidés ensemble.${isLate ? " Le délai de réservation était dépassé : le supplément est dans le prix." : ""}`
          : "Délai d’annulation dépassé. Accepter rend ce qui a été payé d’avance."}
      </legend>
      <HiddenFields fields={{ kind }} />
      {places.map(({ id, date, slot, taken, capacity, cents, paidCents }) => (
        <label key={id} className="flex min-h-9 items-center gap-3">
          <input type="checkbox" name={boxOf(id)} defaultChecked className="size-5 shrink-0 accent-primary" />
          <span>
            <span className="font-semibold">{dayInWords(date)}</span>, {slot} ·{" "}
            <span className="text-ink-2 tabular-nums">
              {kind === "requests"
                ? `${taken} pris sur ${capacity}${isLate ? ` · ${formatEuros(cents)}` : ""}`
                : backInWords(cents, paidCents)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const backInWords = (cents: number, paidCents: number) =>
  paidCents > 0 ? `${formatEuros(paidCents)} à rendre` : `${formatEuros(cents)} non facturés`;
