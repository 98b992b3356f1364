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

/** The dates the town lives on: six weeks behind, more after holidays, four months ahead, and holidays that can still be booked. */
export function townDays(now: Date) {
  const today = dateOf(now);
  const fortnights = fortnightsOfSchool(today);
  const from = fortnights[0] ?? mondayOf(addDays(today, -42));
  const to = lastDayOf(addMonths(monthOf(today), 4));
  const dates = datesBetween(from, to);
  const until = endOfBookableHolidays(today) ?? to;
  const closure = summerClosure(today);
  return {
    now,
    today,
    /** When the town's families were entered. */
    founded: instantOf(addDays(from, -90), "09:00"),
    from,
    to,
    /** The first days of those that are billed. */
    fortnights,
    school: dates.filter((date) => schoolDayKind(date, ZONE) === "school"),
    wednesdays: dates.filter((date) => schoolDayKind(date, ZONE) === "wednesday"),
    holidays: datesBetween(from, until)
      .filter((date) => schoolDayKind(date, ZONE) === "holiday" && isWorkingDay(date))
      .filter((date) => date < closure.firstDay || closure.lastDay < date),
    closure,
  };
}

const BILLED_FORTNIGHTS = 3;
const FORTNIGHTS_BEHIND = 9;

/** The Mondays of the last fortnights gone by with school in them: at the end of August, those of June. */
function fortnightsOfSchool(today: CivilDate): CivilDate[] {
  const last = mondayOf(addDays(today, -14));
  const hasSchool = (monday: CivilDate) =>
    datesBetween(monday, addDays(monday, 13)).some((date) => schoolDayKind(date, ZONE) === "school");
  return Array.from({ length: FORTNIGHTS_BEHIND }, (_, n) => addDays(last, -14 * n))
    .filter(hasSchool)
    .slice(0, BILLED_FORTNIGHTS)
    .reverse();
}

/** Two weeks of August, announced long before: from June on, those of the summer after. */
function summerClosure(today: CivilDate): { firstDay: CivilDate; lastDay: CivilDate } {
  const august = `${Number(today.slice(0, 4)) + (today.slice(5) < "06-01" ? 0 : 1)}-08`;
  return { firstDay: `${august}-03`, lastDay: `${august}-16` };
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
