import { holidaysOn, publicHolidayName } from "@/lib/catalogue/calendar/rules";
import { endOfBooking, timesOn } from "@/lib/catalogue/windows/rules";
import { authorize } from "@/lib/core/authorize";
import {
  addDays,
  type CivilDate,
  dateOf,
  datesBetween,
  firstDayOf,
  lastDayOf,
  mondayOf,
  monthOf,
  weekdayOf,
  type YearMonth,
} from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { dateInWords } from "@/lib/core/format-date";
import { priceOn } from "../prices/rules";
import type { MonthView } from "../rules";
import { readCells } from "./cells";
import { type HouseholdFacts, type OfferedSlot, readGrid } from "./grid";

/** The month grid of a household: whole weeks, as compact strings. */
export async function getMonth(ctx: Context, householdId: string, month: YearMonth): Promise<MonthView> {
  authorize(ctx, "reservations:read", { householdId });

  const from = mondayOf(firstDayOf(month));
  const to = addDays(mondayOf(lastDayOf(month)), 6);
  const facts = await readGrid(ctx, householdId, from, to);
  const { household, slots } = facts;
  const { children, papers } = household;
  const dates = shownDates(slots, from, to);
  const cells = readCells(facts, ctx);
  const prices = slots.map((slot) => steadyPrice(household, slot, dates));

  return {
    householdId,
    month,
    today: dateOf(ctx.now),
    days: dates.map((date) => dayOf(date, month, slots)),
    children: children.map(({ id, firstName, rank }) => ({ id, firstName, rank })),
    ...(papers.length > 0 && { papers: papersOf(household) }),
    slots: slots.map(({ id, activity, label, billing }) => ({ id, activity, label, billing })),
    cells: children.map((child) => slots.map((slot) => cells.letters(child, slot, dates))),
    path: ctx.actor.kind === "agent" ? `/admin/familles/${householdId}/reservations` : "/reservations",
    byAgent: ctx.actor.kind === "agent",
    openings: slots.flatMap((slot) => openingsOf(slot, household.category, ctx.now)),
    closes: slots.map((slot) => closesOn(slot, dates, household.category)),
    prices: children.map(() => prices),
  };
}

const papersOf = ({ children, papers }: HouseholdFacts) =>
  children.flatMap(({ id, firstName }) =>
    papers.filter(({ childId }) => childId === id).map(({ names }) => ({ firstName, names })),
  );

/** Saturday and Sunday only where something opens then. */
function shownDates(slots: OfferedSlot[], from: CivilDate, to: CivilDate): CivilDate[] {
  const weekdays = new Set([1, 2, 3, 4, 5, ...slots.flatMap(({ dates }) => dates.map(weekdayOf))]);
  return datesBetween(from, to).filter((date) => weekdays.has(weekdayOf(date)));
}

function dayOf(date: CivilDate, month: YearMonth, slots: OfferedSlot[]): MonthView["days"][number] {
  const [slot] = slots;
  const note = publicHolidayName(date) ?? closureOn(slots, date) ?? (slot && holidaysOn(date, slot.zone)?.label);
  return { date, words: dateInWords(date), inMonth: monthOf(date) === month, ...(note && { note }) };
}

/** Why everything that opens on a day is closed after all. */
function closureOn(slots: OfferedSlot[], date: CivilDate): string | undefined {
  const reasons = slots.flatMap(({ dates, closed }) => {
    const index = dates.indexOf(date);
    return index < 0 ? [] : [closed[index] ?? null];
  });
  return reasons.every((reason) => reason !== null) ? reasons[0] || undefined : undefined;
}

const MINUTE = 60_000;

function closesOn(slot: OfferedSlot, dates: CivilDate[], category: HouseholdFacts["category"]): number[] {
  const ends = slot.dates.map((date, index) => {
    const end = (slot.closes[index] ?? 0) * MINUTE;
    return [date, Math.floor(endOfBooking(end, timesOn(slot.windows, date, category)) / MINUTE)] as const;
  });
  const closes = new Map(ends);
  return dates.map((date) => closes.get(date) ?? 0);
}

function openingsOf({ id, windows }: OfferedSlot, category: HouseholdFacts["category"], now: Date) {
  return windows.flatMap(({ firstDay, lastDay }) => {
    const { opensAt } = timesOn(windows, firstDay, category);
    return opensAt !== null && now.getTime() < opensAt
      ? [{ slotId: id, from: firstDay, to: lastDay, at: opensAt }]
      : [];
  });
}

/** The price when it is the same all along; null when it is unknown or changes, and the day panel tells. */
function steadyPrice({ category, quotients }: HouseholdFacts, slot: OfferedSlot, dates: CivilDate[]): number | null {
  const facts = { ...slot, category, quotients };
  const [first, last] = [dates[0], dates.at(-1)].map((date) => date && priceOn(facts, date)?.cents);
  return typeof first === "number" && first === last ? first : null;
}
