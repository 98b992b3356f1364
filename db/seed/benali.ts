import { type CivilDate, weekdayOf } from "@/lib/core/calendar";
import type { TownDays } from "./days";
import type { Desk } from "./desk";
import type { Child } from "./families";
import { homeOfAdam } from "./haddad";
import type { KnownFamilies } from "./known-families";

const MONDAY = 1;
const SCHOOL_DAYS_AHEAD = 26;

/** Samira Benali's children eat at school every day and stay on Monday evenings; the next Monday waits in her basket. */
export function bookBenali(desk: Desk, known: KnownFamilies, days: TownDays): void {
  const { benali, adam } = known;
  const schoolDays = days.school.filter((date) => date < days.today).length + SCHOOL_DAYS_AHEAD;
  const dates = days.school.slice(0, schoolDays);
  const ofChild = (child: Child, some: CivilDate[]) =>
    child === adam ? some.filter((date) => homeOfAdam(known, date) === benali.id) : some;
  const mondays = dates.filter((date) => weekdayOf(date) === MONDAY);

  for (const child of benali.children) {
    for (const date of ofChild(child, dates)) desk.book({ child, service: "meal", date });
    const evenings = ofChild(child, mondays);
    const open = evenings.filter((date) => desk.isOpen({ child, service: "evening", date }));
    for (const date of evenings) if (!open.includes(date)) desk.book({ child, service: "evening", date });
    for (const date of open.slice(0, 1)) desk.request({ child, service: "evening", date }, 40);
    for (const date of ofChild(child, days.wednesdays.slice(0, 10))) desk.book({ child, service: "wednesday", date });
  }
}
