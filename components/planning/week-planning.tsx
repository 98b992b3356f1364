import { CalendarOff } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { dayInWords, shortDate, timeInWords } from "@/lib/core/format-date";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { adultsInWords } from "@/lib/reservations/planning/rules";
import { DayPeaks } from "./charts/day-peaks";
import { slotInWords } from "./day-words";
import { HeadcountBar } from "./headcount-bar";
import { placesOf, requestedOf, requiredOf } from "./moments";
import { planningPath } from "./planning-address";

type Props = { slots: PlannedSlot[]; days: string[]; today: string; structure?: string };

/** A week: a row per slot, a bar per day. */
export function WeekPlanning({ slots, days, today, structure }: Props) {
  if (slots.length === 0) {
    return (
      <EmptyState icon={CalendarOff} title="Rien n’ouvre cette semaine">
        Aucun créneau n’est ouvert à ces dates dans le catalogue.
      </EmptyState>
    );
  }
  return placesOf(slots).map(({ id, name, slots }) => (
    <section key={id} aria-labelledby={`structure-${id}`} className="mb-8">
      <h2 id={`structure-${id}`} className="mb-3">
        {name}
      </h2>
      <DayPeaks name={name} slots={slots} days={days} />
      <div className="overflow-x-auto rounded-card border border-line bg-paper shadow-card print:overflow-visible print:shadow-none">
        <table className="w-full min-w-160 border-collapse text-left text-sm max-sm:block max-sm:min-w-0 print:min-w-0">
          <caption className="sr-only">Effectifs de {name}, par créneau et par jour</caption>
          <thead className="max-sm:sr-only">
            <tr className="border-b border-line text-ink-2">
              <th scope="col" className="sticky left-0 bg-paper px-4 py-2 font-semibold">
                Service
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className="px-2 py-2 font-semibold">
                  <Link
                    href={planningPath({ jour: day, structure, vue: "jour" })}
                    aria-current={day === today ? "date" : undefined}
                    title={dayInWords(day)}
                    className="inline-flex min-h-9 items-center rounded-small text-primary-strong underline underline-offset-3 aria-[current]:bg-primary-soft aria-[current]:px-2"
                  >
                    {shortDate(day)}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rowsOf(slots).map(({ first, byDay }) => (
              <tr key={first.slotId} className="border-line not-last:border-b max-sm:block max-sm:px-4 max-sm:py-3">
                <th
                  scope="row"
                  className="sticky left-0 max-w-56 bg-paper px-4 py-2 font-semibold max-sm:static max-sm:block max-sm:max-w-none max-sm:p-0"
                >
                  {slotInWords(first)}
                  <span className="block font-normal text-ink-2">
                    {timeInWords(first.startsAt)} – {timeInWords(first.endsAt)}
                  </span>
                </th>
                {days.map((day) => (
                  <td
                    key={day}
                    className={`min-w-24 px-2 py-2 align-top max-sm:grid-cols-[5.5rem_1fr] max-sm:gap-2 max-sm:px-0 ${byDay.has(day) ? "max-sm:grid" : "max-sm:hidden"}`}
                  >
                    <Link
                      href={planningPath({ jour: day, structure, vue: "jour" })}
                      className="text-primary-strong underline underline-offset-3 sm:hidden"
                    >
                      {shortDate(day).replace(/\/\d\d$/, "")}
                    </Link>
                    <Cell slot={byDay.get(day)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

function rowsOf(slots: PlannedSlot[]) {
  const rows = new Map<number, { first: PlannedSlot; byDay: Map<string, PlannedSlot> }>();
  for (const slot of slots) {
    const row = rows.get(slot.slotId) ?? { first: slot, byDay: new Map() };
    rows.set(slot.slotId, row);
    row.byDay.set(slot.date, slot);
  }
  return [...rows.values()].sort((a, b) => a.first.startsAt.localeCompare(b.first.startsAt));
}

function Cell({ slot }: { slot: PlannedSlot | undefined }) {
  if (!slot) return <span className="text-ink-3">–</span>;
  const { expected, present, capacity, closedReason, waitlisted } = slot;
  if (closedReason !== null) {
    return (
      <>
        <Tag tone="cancel">Fermé</Tag>
        <span className="mt-1 block text-xs text-ink-2">{closedReason}</span>
      </>
    );
  }
  const requested = requestedOf(slot);
  return (
    <div className="grid gap-1 max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3">
      <span className="tabular-nums">
        <strong>{expected}</strong> / {capacity}
      </span>
      <span className="max-sm:order-last max-sm:basis-full">
        <HeadcountBar
          expected={expected}
          requested={requested}
          present={present}
          capacity={capacity}
          label={`${expected} attendus et ${requested} demandes pour ${capacity} places`}
        />
      </span>
      <span className="text-xs text-ink-2">
        {[
          expected > 0 && `${adultsInWords(requiredOf(slot))} requis`,
          requested > 0 && `${requested} en demande`,
          waitlisted > 0 && `${waitlisted} en attente`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </div>
  );
}
