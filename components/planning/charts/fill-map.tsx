import { CalendarOff } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { ScrollArea } from "@/components/ui/scroll-area";
import { timeInWords } from "@/lib/core/format-date";
import { groupBy } from "@/lib/core/group-by";
import type { FillRate } from "@/lib/reservations/planning/queries";
import { slotInWords } from "../day-words";

const weekdays = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"];

/** How full each slot is on each day of the week: the number says it, the colour helps to find it. */
export function FillMap({ rates }: { rates: FillRate[] }) {
  if (rates.length === 0) {
    return (
      <EmptyState icon={CalendarOff} title="Rien n’ouvre à ces dates">
        Aucun créneau n’est ouvert à ces dates dans le catalogue.
      </EmptyState>
    );
  }
  const shown = weekdays
    .map((name, index) => ({ name, weekday: index + 1 }))
    .filter(({ weekday }) => weekday <= 5 || rates.some((rate) => rate.weekday === weekday));
  return groupBy(rates, ({ facilityId }) => facilityId).map(([{ facilityId, facility }, rates]) => (
    <section key={facilityId} aria-labelledby={`remplissage-${facilityId}`} className="mb-8">
      <h2 id={`remplissage-${facilityId}`} className="mb-3">
        {facility}
      </h2>
      <ScrollArea label={`Tableau du remplissage, ${facility}`}>
        <table className="w-full min-w-150 border-separate border-spacing-1 p-2 text-left text-sm print:min-w-0 max-sm:block max-sm:min-w-0 max-sm:p-4">
          <caption className="sr-only">Remplissage de {facility}, par créneau et par jour de la semaine</caption>
          <thead className="max-sm:sr-only">
            <tr className="text-ink-2">
              <th scope="col" className="px-2 py-1 font-semibold">
                Service
              </th>
              {shown.map(({ name }) => (
                <th key={name} scope="col" className="px-2 py-1 text-center font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:grid max-sm:gap-4">
            {groupBy(rates, ({ slotId }) => `${slotId}`).map(([first, ofSlot]) => (
              <tr key={first.slotId} className="max-sm:grid max-sm:grid-cols-[repeat(5,minmax(0,1fr))] max-sm:gap-1">
                <th
                  scope="row"
                  className="max-w-60 px-2 py-1 font-semibold max-sm:col-span-full max-sm:max-w-none max-sm:px-0"
                >
                  {slotInWords(first)}
                  <span className="block font-normal text-ink-2">
                    {timeInWords(first.startsAt)} – {timeInWords(first.endsAt)}
                  </span>
                </th>
                {shown.map(({ weekday, name }) => (
                  <Cell key={weekday} weekday={name} rate={ofSlot.find((rate) => rate.weekday === weekday)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  ));
}

type CellProps = { weekday: string; rate: FillRate | undefined };

/** Paler when there is room, amber where nobody can be taken any more on some days. On a phone it says its own day. */
function Cell({ weekday, rate }: CellProps) {
  const day = (
    <span aria-hidden="true" className="block text-xs sm:hidden">
      {weekday.slice(0, 3)}.
    </span>
  );
  if (!rate) {
    return (
      <td className="text-center text-ink-3 max-sm:py-2">
        {day}
        <span aria-hidden="true">–</span>
        <span className="sr-only">N’ouvre pas</span>
      </td>
    );
  }
  const { taken, capacity, days, fullDays } = rate;
  const share = capacity > 0 ? taken / capacity : 0;
  const hue = fullDays > 0 ? "var(--request-line)" : "var(--reserved-line)";
  return (
    <td
      className="h-14 min-w-20 rounded-small text-center align-middle tabular-nums max-sm:h-auto max-sm:min-w-0 max-sm:py-2 print:border print:border-line"
      style={{ background: `color-mix(in srgb, ${hue} ${Math.round(8 + share * 52)}%, var(--paper))` }}
    >
      {day}
      <strong>{Math.round(share * 100)} %</strong>
      <span className="block text-xs max-sm:text-[0.65rem]">
        {Math.round(taken / days)} / {Math.round(capacity / days)}
        {fullDays > 0 && <span className="block">{`${fullDays} complet${fullDays > 1 ? "s" : ""}`}</span>}
      </span>
    </td>
  );
}
