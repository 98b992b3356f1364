import type { DaySkip, DeadlineRule, SchoolZone } from "@/db/schema";
import {
  addDays,
  addMonths,
  type CivilDate,
  firstDayOf,
  instantOf,
  lastDayOf,
  mondayOf,
  monthOf,
  weekdayOf,
} from "@/lib/core/calendar";
import { type HolidayRegion, holidaysOn, isWorkingDay, publicHolidayName, schoolDayKind } from "../calendar/rules";

/** What decides which days count where the service takes place. */
export type DeadlineCalendar = HolidayRegion & {
  zone: SchoolZone;
  /** Days on which the structure itself is closed. */
  closedDays?: ReadonlySet<CivilDate>;
};

type Service = { date: CivilDate; startsAt: string };
type LocalTime = { date: CivilDate; time: string };
type DayTest = (date: CivilDate) => boolean;

const SATURDAY = 6;
const MINUTES_PER_DAY = 24 * 60;
/** The longest summer has nine weeks: a search that goes much further back has no calendar to rely on. */
const LONGEST_SEARCH_IN_DAYS = 120;

/**
 * When booking or cancelling closes for a service (handbook §3.1): decided on the wall clock, turned into an instant at
 * the end, and never after the service has begun.
 */
export function deadlineOf(rule: DeadlineRule, service: Service, calendar: DeadlineCalendar): Date {
  const starts = instantOf(service.date, service.startsAt);
  if (rule.kind === "none") return starts;

  const counts = countingDays(rule.skip, calendar);
  const { date, time } = localDeadline(rule, service, counts, calendar);
  const deadline = instantOf(rule.onSkippedDay === "stay" ? date : lastDay(date, counts), time);
  return new Date(Math.min(deadline.getTime(), starts.getTime()));
}

type TimedRule = Exclude<DeadlineRule, { kind: "none" }>;

function localDeadline(rule: TimedRule, service: Service, counts: DayTest, calendar: DeadlineCalendar): LocalTime {
  const { time } = rule;
  switch (rule.kind) {
    case "daysBefore": {
      const counted = countedBy(rule.count, calendar);
      return { date: daysBefore(service.date, rule.days, (day) => counted(day) && counts(day)), time };
    }
    case "weekdayBefore":
      return { date: weekdayBefore(rule, service), time };
    case "dayOfPreviousMonth":
      return { date: dayOfPreviousMonth(service.date, rule.day), time };
    case "hoursBefore":
      return hoursBefore(service, rule.hours);
  }
}

function countedBy(count: "calendar" | "working" | "school", calendar: DeadlineCalendar): DayTest {
  if (count === "calendar") return () => true;
  if (count === "working") return (date) => isWorkingDay(date, calendar);
  const kinds = calendar.schoolWeek === "four_and_half_days" ? ["school", "wednesday"] : ["school"];
  return (date) => kinds.includes(schoolDayKind(date, calendar.zone, calendar));
}

/** The days that a rule does not skip. */
const countingDays =
  (skip: DaySkip = {}, calendar: DeadlineCalendar): DayTest =>
  (date) =>
    !(
      (skip.weekends && weekdayOf(date) >= SATURDAY) ||
      (skip.publicHolidays && publicHolidayName(date, calendar)) ||
      (skip.closedDays && calendar.closedDays?.has(date)) ||
      (skip.schoolHolidays && holidaysOn(date, calendar.zone, calendar))
    );

/** The date itself when it counts, else the last one before it that does. */
function lastDay(date: CivilDate, counts: DayTest): CivilDate {
  for (let back = 0; back <= LONGEST_SEARCH_IN_DAYS; back++) {
    const day = addDays(date, -back);
    if (counts(day)) return day;
  }
  throw new Error(`no day counts for a deadline in the ${LONGEST_SEARCH_IN_DAYS} days before ${date}`);
}

const daysBefore = (date: CivilDate, days: number, counts: DayTest): CivilDate =>
  days === 0 ? date : daysBefore(lastDay(addDays(date, -1), counts), days - 1, counts);

/** In the ISO week of the service or an earlier one; "before" holds, so a weekday that comes too late is last week's. */
function weekdayBefore({ weekday, weeks, time }: Extract<DeadlineRule, { kind: "weekdayBefore" }>, service: Service) {
  const date = addDays(mondayOf(service.date), weekday - 1 - 7 * weeks);
  const tooLate = date > service.date || (date === service.date && time > service.startsAt);
  return tooLate ? addDays(date, -7) : date;
}

/** The 31st of a shorter month is its last day. */
function dayOfPreviousMonth(date: CivilDate, day: number): CivilDate {
  const month = addMonths(monthOf(date), -1);
  const daysInMonth = Number(lastDayOf(month).slice(-2));
  return addDays(firstDayOf(month), Math.min(day, daysInMonth) - 1);
}

/** Hours of the wall clock: 72 hours before 7:30 is 7:30, also when the clocks change in between. */
function hoursBefore({ date, startsAt }: Service, hours: number): LocalTime {
  const [hour = 0, minute = 0] = startsAt.split(":").map(Number);
  const minutes = Math.round((hour - hours) * 60 + minute);
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const ofDay = minutes - days * MINUTES_PER_DAY;
  const two = (value: number) => String(value).padStart(2, "0");
  return { date: addDays(date, days), time: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}` };
}
