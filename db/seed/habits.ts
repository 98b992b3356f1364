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

const MONDAY_TO_FRIDAY = [1, 2, 4, 5];

/** How many children of the town take each service, on how many days of their week, and how often they really come. */
const weekly: { service: ServiceName; share: number; days: [number, number]; comes: number }[] = [
  { service: "meal", share: 0.8, days: [2, 4], comes: 0.98 },
  { service: "evening", share: 0.36, days: [1, 4], comes: 0.95 },
  { service: "morning", share: 0.17, days: [2, 4], comes: 0.96 },
  { service: "noon", share: 0.14, days: [2, 4], comes: 0.97 },
];

/** The places that ordinary families took: most lunches, part of the evenings, nearly every Wednesday. */
export function bookHabits(desk: Desk, families: Family[], days: TownDays, random: Random): void {
  const schoolDays = untilAhead(days.school, days.today, SCHOOL_DAYS_AHEAD);
  const wednesdays = untilAhead(days.wednesdays, days.today, WEDNESDAYS_AHEAD);

  for (const child of random.shuffled(families.flatMap(({ children }) => children))) {
    for (const { service, share, days, comes } of weekly) {
      if (!random.chance(share)) continue;
      const week = random.shuffled(MONDAY_TO_FRIDAY).slice(0, random.integer(...days));
      for (const date of schoolDays) {
        if (week.includes(weekdayOf(date)) && random.chance(comes)) desk.book({ child, service, date });
      }
    }
    if (random.chance(0.09)) bookDays(desk, child, "wednesday", wednesdays, random, 0.85);
    if (random.chance(0.17)) bookDays(desk, child, "holidays", days.holidays, random, random.pick([0.25, 0.4, 0.6]));
  }
  leaveBasketsUnderOneEuro(desk);
}

function untilAhead(dates: CivilDate[], today: CivilDate, ahead: number): CivilDate[] {
  const past = dates.filter((date) => date < today);
  return dates.slice(0, past.length + ahead);
}

function bookDays(desk: Desk, child: Child, service: ServiceName, dates: CivilDate[], random: Random, share: number) {
  for (const date of dates) if (random.chance(share)) desk.book({ child, service, date });
}

const ONE_EURO = 100;

/** PayFiP takes nothing below: such a basket was never paid, so its places were given back. */
function leaveBasketsUnderOneEuro(desk: Desk): void {
  for (const basket of paidBaskets(desk.bookings())) {
    if (basket.reduce((sum, { priceCents }) => sum + priceCents, 0) < ONE_EURO) basket.forEach(desk.withdraw);
  }
}
