import { weekdayOf } from "@/lib/core/calendar";
import type { TownDays } from "./days";
import type { Desk } from "./desk";
import type { Family } from "./families";

const MONDAY = 1;
const SCHOOL_DAYS_AHEAD = 26;

/** Samira Benali's children eat at school every day and stay on Monday evenings; the next Monday waits in her basket. */
export function bookBenali(desk: Desk, { children }: Family, days: TownDays): void {
  const schoolDays = days.school.filter((date) => date < days.today).length + SCHOOL_DAYS_AHEAD;
  const dates = days.school.slice(0, schoolDays);
  const mondays = dates.filter((date) => weekdayOf(date) === MONDAY);

  for (const child of children) {
    for (const date of dates) desk.book({ child, service: "meal", date });
    const open = mondays.filter((date) => desk.isOpen({ child, service: "evening", date }));
    for (const date of mondays) if (!open.includes(date)) desk.book({ child, service: "evening", date });
    for (const date of open.slice(0, 1)) desk.request({ child, service: "evening", date }, 40);
    for (const date of days.wednesdays.slice(0, 10)) desk.book({ child, service: "wednesday", date });
  }
}
