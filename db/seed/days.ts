import { holidaysOn, isWorkingDay, nextHolidays, schoolDayKind } from "@/lib/catalogue/calendar/rules";
import {
  addDays,
  addMonths,
  type CivilDate,
  dateOf,
  datesBetween,
  instantOf,
  lastDayOf,
  mondayOf,
  monthOf,
} from "@/lib/core/calendar";

export const ZONE = "B";
/** Days before a day of the holiday centre when its booking closes. */
export const CENTRE_NOTICE = 15;

export type TownDays = ReturnType<typeof townDays>;

/** The dates the town lives on: six weeks behind, four months ahead, and holidays that can still be booked. */
export function townDays(now: Date) {
  const today = dateOf(now);
  const from = mondayOf(addDays(today, -42));
  const to = lastDayOf(addMonths(monthOf(today), 4));
  const dates = datesBetween(from, to);
  const until = endOfBookableHolidays(today) ?? to;
  return {
    now,
    today,
    /** When the town's families were entered. */
    founded: instantOf(addDays(from, -90), "09:00"),
    from,
    to,
    school: dates.filter((date) => schoolDayKind(date, ZONE) === "school"),
    wednesdays: dates.filter((date) => schoolDayKind(date, ZONE) === "wednesday"),
    holidays: datesBetween(from, until).filter((date) => schoolDayKind(date, ZONE) === "holiday" && isWorkingDay(date)),
  };
}

/** Those in which at least a week is still before its deadline. */
function endOfBookableHolidays(today: CivilDate): CivilDate | null | undefined {
  const bookable = addDays(today, CENTRE_NOTICE + 7);
  const current = holidaysOn(bookable, ZONE);
  return (current?.kind === "holiday" ? current : nextHolidays(bookable, ZONE))?.lastDayOff;
}

/** The year in which the school year of a date began. */
export const schoolYearOf = (date: CivilDate): number => Number(date.slice(0, 4)) - (date.slice(5) < "09-01" ? 1 : 0);

/** Every school year that the town's dates touch. */
export function schoolYearsOf({ from, school, wednesdays, holidays }: TownDays): number[] {
  const last = [...school, ...wednesdays, ...holidays].reduce((max, date) => (date > max ? date : max), from);
  const first = schoolYearOf(from);
  return Array.from({ length: schoolYearOf(last) - first + 1 }, (_, n) => first + n);
}

/** Quotients are those of the civil year in which the town's dates begin. */
export const quotientFrom = (from: CivilDate): CivilDate => `${from.slice(0, 4)}-01-01`;
