import type { CustodyRule, SchoolZone } from "@/db/schema";
import { holidaysOn } from "@/lib/catalogue/calendar/rules";
import { addDays, type CivilDate, daysFrom, weekdayOf, weekOf } from "@/lib/core/calendar";

/** The end of what the child goes to: whoever has the child then comes for them, and it is their day (handbook §4.5). */
export type CustodyMoment = { date: CivilDate; endsAt: string; calendar: { zone: SchoolZone } };

/** What a rule says of a moment: a household, that it cannot tell, or nothing at all. */
type Said = string | "unclear" | undefined;

/** The household that has the child, by the last rule that speaks of that moment; undefined is "à préciser". */
export function householdOn(rules: readonly CustodyRule[], moment: CustodyMoment): string | undefined {
  const said = rules.map((rule) => saidBy(rule, moment)).findLast((said) => said !== undefined);
  return said === "unclear" ? undefined : said;
}

function saidBy(rule: CustodyRule, moment: CustodyMoment): Said {
  const { date } = moment;
  switch (rule.kind) {
    case "parityWeeks":
      return turnOf(rule, moment);
    case "pattern": {
      const day = daysFrom(rule.anchor, date);
      return day < 0 ? undefined : rule.days[day % rule.days.length];
    }
    case "holidaysHalf":
      return halfOf(rule, moment);
    case "fixedWeekdays":
      return rule.weekdays.includes(weekdayOf(date)) ? rule.household : undefined;
    case "override":
      return rule.from <= date && date <= rule.to ? rule.household : undefined;
  }
}

type Rule<Kind extends CustodyRule["kind"]> = Extract<CustodyRule, { kind: Kind }>;

const MONDAY = 1;
const REPEATED_WEEK = 53;

/**
 * The turn of week n runs from the switch of week n-1 to that of week n; a switch on Monday at midnight is the end of the
 * Sunday before. Week 53 is odd and so is the week 1 that follows: whose turn it is, the parents have to say.
 */
function turnOf({ even, odd, switchWeekday, switchTime }: Rule<"parityWeeks">, { date, endsAt }: CustodyMoment): Said {
  const isCalendarWeek = switchWeekday === MONDAY && switchTime === "00:00";
  const weekday = weekdayOf(date);
  const isSwitched = weekday > switchWeekday || (weekday === switchWeekday && timeOf(endsAt) >= timeOf(switchTime));
  const week = weekOf(isSwitched && !isCalendarWeek ? addDays(date, 7) : date);
  if (week === REPEATED_WEEK) return "unclear";
  return week % 2 === 0 ? even : odd;
}

/** Hours and minutes: the database also writes the seconds. */
const timeOf = (time: string): string => time.slice(0, 5);

/** The middle day ends the first half; the year is the one in which the holidays begin. */
function halfOf(
  { firstHalfInEvenYears, other }: Rule<"holidaysHalf">,
  { date, calendar: { zone } }: CustodyMoment,
): Said {
  const period = holidaysOn(date, zone);
  if (period?.kind !== "holiday" || period.lastDayOff === null) return undefined;
  const { firstDayOff, lastDayOff } = period;
  const firstHalf = Math.ceil((daysFrom(firstDayOff, lastDayOff) + 1) / 2);
  const isFirstHalf = daysFrom(firstDayOff, date) < firstHalf;
  const isEvenYear = Number(firstDayOff.slice(0, 4)) % 2 === 0;
  return isFirstHalf === isEvenYear ? firstHalfInEvenYears : other;
}

export type CustodySchedule = { effectiveFrom: CivilDate; rules: CustodyRule[] };

/** The rules in force on a date: those of the last schedule that has begun; none before the first one. */
export const rulesOn = (schedules: readonly CustodySchedule[], date: CivilDate): readonly CustodyRule[] =>
  schedules
    .filter(({ effectiveFrom }) => effectiveFrom <= date)
    .reduce<CustodySchedule | undefined>(
      (last, schedule) => (last && last.effectiveFrom > schedule.effectiveFrom ? last : schedule),
      undefined,
    )?.rules ?? [];

/** Whether the schedule gives that moment to another household than this one; when it says nothing, both may book. */
export function isElsewhere(
  schedules: readonly CustodySchedule[],
  householdId: string,
  moment: CustodyMoment,
): boolean {
  if (schedules.length === 0) return false;
  const household = householdOn(rulesOn(schedules, moment.date), moment);
  return household !== undefined && household !== householdId;
}

/** Every household that rules name. */
export const householdsIn = (rules: readonly CustodyRule[]): string[] => [
  ...new Set(
    rules.flatMap((rule) => {
      switch (rule.kind) {
        case "parityWeeks":
          return [rule.even, rule.odd];
        case "pattern":
          return rule.days;
        case "holidaysHalf":
          return [rule.firstHalfInEvenYears, rule.other];
        default:
          return [rule.household];
      }
    }),
  ),
];
