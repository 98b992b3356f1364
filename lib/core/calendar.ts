import { Temporal } from "temporal-polyfill";

/** One time zone per installation: deadlines and dates are those of metropolitan France. */
const TIME_ZONE = "Europe/Paris";

/** A civil date, "YYYY-MM-DD": compared as a string, never an instant. */
export type CivilDate = string;
/** A month, "YYYY-MM". */
export type YearMonth = string;

const DAY = 86_400_000;

/** A civil date as its midnight in UTC: a grid counts hundreds of days, and Temporal takes many times longer to. */
const midnight = (date: CivilDate): number => Date.parse(date);
const civilDate = (time: number): CivilDate => new Date(time).toISOString().slice(0, 10);

/** The civil date of an instant, in Paris. */
export const dateOf = (instant: Date): CivilDate => zoned(instant).toPlainDate().toString();

/** The instant of a local time "HH:MM" on a date, in Paris. In the hour skipped in March it moves forward; in the hour
 * repeated in October it is the first one. */
export const instantOf = (date: CivilDate, time: string): Date =>
  new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({
      timeZone: TIME_ZONE,
      plainTime: Temporal.PlainTime.from(time),
    }).epochMilliseconds,
  );

export const addDays = (date: CivilDate, days: number): CivilDate => civilDate(midnight(date) + days * DAY);

/** The same day some months later, or the last day of that month when it is shorter. */
export const monthsLater = (date: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ months }).toString();

export const addMonths = (month: YearMonth, months: number): YearMonth =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: CivilDate): number => new Date(midnight(date)).getUTCDay() || 7;

/** Monday of the ISO week of a date. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

/** ISO week: 2026 has a week 53, to which 1 January 2027 belongs. */
export const weekOf = (date: CivilDate): number => Temporal.PlainDate.from(date).weekOfYear ?? 0;

export const daysFrom = (from: CivilDate, to: CivilDate): number => Math.round((midnight(to) - midnight(from)) / DAY);

export const monthOf = (date: CivilDate): YearMonth => date.slice(0, 7);

export const firstDayOf = (month: YearMonth): CivilDate => `${month}-01`;

export const lastDayOf = (month: YearMonth): CivilDate => {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return `${month}-${daysInMonth}`;
};

/** Every date from one to the other, both included; nothing when they are reversed. */
export function datesBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let time = midnight(from); time <= midnight(to); time += DAY) dates.push(civilDate(time));
  return dates;
}

/** Whole years on a date, as the law counts a child's age (CASF R227-15: on the day of the service). */
export function ageOn(birthDate: CivilDate, date: CivilDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The month asked for by a URL, or the current one when it is missing or makes no sense. */
export function parseMonth(asked: string | undefined, now: Date): YearMonth {
  return asked && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(dateOf(now));
}

export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000);

function zoned(instant: Date) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE);
}
