import { type CivilDate, weekdayOf } from "@/lib/core/calendar";
import { paidBaskets } from "./baskets";
import type { TownDays } from "./days";
import type { Desk } from "./desk";
import type { Child, Family } from "./families";
import type { ServiceName } from "./offers";
import type { Random } from "./random";

/** School days that families have already booked ahead, and Wednesdays. */
const SCHOOL_DAYS_AHEAD = 26;
const WEDNESDAYS_AHEAD = 7;

/** Days that are full, or nearly so, are chosen, not left to chance. */
export const LEFT_FOR_OTHERS = 4;

const MONDAY_TO_FRIDAY = [1, 2, 4, 5];

/** How many children of the town take each service, on how many days of their week, and how often they really come. */
const weekly: { service: ServiceName; share: number; daysAWeek: [number, number]; comes: number }[] = [
  { service: "meal", share: 0.8, daysAWeek: [2, 4], comes: 0.98 },
  { service: "evening", share: 0.36, daysAWeek: [1, 4], comes: 0.95 },
  { service: "morning", share: 0.17, daysAWeek: [2, 4], comes: 0.96 },
  { service: "noon", share: 0.14, daysAWeek: [2, 4], comes: 0.97 },
];

/** The places that ordinary families took: most lunches, part of the evenings, nearly every Wednesday. */
export function bookHabits(desk: Desk, families: Family[], days: TownDays, random: Random): void {
  const schoolDays = untilAhead(days.school, days.today, SCHOOL_DAYS_AHEAD);
  const wednesdays = untilAhead(days.wednesdays, days.today, WEDNESDAYS_AHEAD);

  const book = (child: Child, service: ServiceName, dates: CivilDate[], comes: number) => {
    for (const date of dates) if (random.chance(comes)) desk.book({ child, service, date, leave: LEFT_FOR_OTHERS });
  };

  for (const child of random.shuffled(families.flatMap(({ children }) => children))) {
    for (const { service, share, daysAWeek, comes } of weekly) {
      if (!random.chance(share)) continue;
      const week = random.shuffled(MONDAY_TO_FRIDAY).slice(0, random.integer(...daysAWeek));
      book(
        child,
        service,
        schoolDays.filter((date) => week.includes(weekdayOf(date))),
        comes,
      );
    }
    if (random.chance(0.11)) book(child, "wednesday", wednesdays, 0.85);
    if (random.chance(0.17)) book(child, "holidays", days.holidays, random.pick([0.25, 0.4, 0.6]));
  }
  leaveBasketsUnderOneEuro(desk);
}

function untilAhead(dates: CivilDate[], today: CivilDate, ahead: number): CivilDate[] {
  const past = dates.filter((date) => date < today);
  return dates.slice(0, past.length + ahead);
}

const ONE_EURO = 100;

/** PayFiP takes nothing below: such a basket was never paid, so its places were given back. */
function leaveBasketsUnderOneEuro(desk: Desk): void {
  for (const basket of paidBaskets(desk.bookings())) {
    if (basket.reduce((sum, { priceCents }) => sum + priceCents, 0) < ONE_EURO) basket.forEach(desk.withdraw);
  }
}
