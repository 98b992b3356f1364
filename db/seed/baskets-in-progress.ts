import type { TownDays } from "./days";
import type { Desk } from "./desk";
import type { Family } from "./families";
import { LEFT_FOR_OTHERS } from "./habits";
import type { Random } from "./random";

const FAMILIES = 24;
const SCHOOL_DAYS_AHEAD = 40;

/** Families who have asked for evenings since yesterday and have not paid them yet. */
export function fillSomeBaskets(desk: Desk, families: Family[], days: TownDays, random: Random): void {
  const coming = days.school.filter((date) => date >= days.today).slice(0, SCHOOL_DAYS_AHEAD);
  for (const { children } of random.shuffled(families).slice(0, FAMILIES)) {
    const child = random.pick(children);
    const open = coming.filter((date) => desk.isOpen({ child, service: "evening", date }));
    const minutesAgo = random.integer(10, 900);
    for (const date of random.shuffled(open).slice(0, random.integer(1, 4))) {
      desk.request({ child, service: "evening", date, leave: LEFT_FOR_OTHERS }, minutesAgo);
    }
  }
}
