import type { EnrollmentMode, EnrollmentStatus, SchoolZone } from "@/db/schema";
import { nextHolidays } from "@/lib/catalogue/calendar/rules";
import { type GroupCondition, isOfGroup } from "@/lib/catalogue/facilities/rules";
import { ageOn, type CivilDate } from "@/lib/core/calendar";
import { plainText } from "@/lib/core/text";

/** What an enrolment can be asked for: a school year or, in the holidays, one of them. */
export type Period = { key: string; label: string; startsOn: CivilDate; endsOn: CivilDate };

/** From spring on, families prepare the next school year. */
const NEXT_YEAR_FROM = "04-01";

/** The periods that can be asked for on a date, the present one first. */
export function periodsOf(kind: string, zone: SchoolZone, today: CivilDate): Period[] {
  const first = schoolYearOf(today);
  const years = today.slice(5) >= NEXT_YEAR_FROM && today.slice(5) < "09-01" ? [first, first + 1] : [first];
  const schoolYears = years.map((year) => ({
    key: `annee-${year}`,
    label: `Année scolaire ${year}-${year + 1}`,
    startsOn: `${year}-09-01`,
    endsOn: `${year + 1}-08-31`,
  }));
  return kind === "holidays"
    ? [...schoolYears, ...holidaysUntil(schoolYears.at(-1)?.endsOn ?? today, zone, today)]
    : schoolYears;
}

/** The year in which the school year of a date began. */
const schoolYearOf = (date: CivilDate): number => Number(date.slice(0, 4)) - (date.slice(5) < "09-01" ? 1 : 0);

function holidaysUntil(end: CivilDate, zone: SchoolZone, today: CivilDate): Period[] {
  const periods: Period[] = [];
  for (let holidays = nextHolidays(today, zone); holidays; holidays = nextHolidays(holidays.firstDayOff, zone)) {
    const { label, firstDayOff, lastDayOff } = holidays;
    if (firstDayOff > end || lastDayOff === null) break;
    periods.push({
      key: `vacances-${firstDayOff}`,
      label: `${label} ${firstDayOff.slice(0, 4)}`,
      startsOn: firstDayOff,
      endsOn: lastDayOff < end ? lastDayOff : end,
    });
  }
  return periods;
}

/** What is done at school is done at one's own. */
const atSchool = ["before_after_school", "lunch"];

type Place = { kind: string; facility: string };

/**
 * Whether an activity is that of the child's school: asked only where the child's school is one of the structures, for
 * many names of schools are only words.
 */
export function isOfOwnSchool(
  { kind, facility }: Place,
  school: string | null,
  facilities: readonly string[],
): boolean {
  if (!atSchool.includes(kind) || !school) return true;
  const names = facilities.map(plainText);
  return !names.includes(plainText(school)) || plainText(facility) === plainText(school);
}

type Child = { birthDate: CivilDate | null; gradeLevel: string | null };

/** Whether an activity receives a child on some day of a period: without groups it receives everyone. */
export function isEligible(child: Child, groups: readonly GroupCondition[], { startsOn, endsOn }: Period): boolean {
  if (groups.length === 0) return true;
  return [startsOn, endsOn].some((date) => {
    const age = child.birthDate ? ageOn(child.birthDate, date) : null;
    return groups.some((group) => isOfGroup(group, { age, grade: child.gradeLevel }));
  });
}

/** What becomes of a request as it is sent: complete, it is approved or waits for an agent; incomplete, for its papers. */
export const sentStatus = (mode: EnrollmentMode, isComplete: boolean): EnrollmentStatus =>
  !isComplete ? "incomplete" : mode === "manual" ? "submitted" : "approved";

/** What an agent may decide: also what lacks a paper, for an agent may know better. */
export const isDecidable = (status: EnrollmentStatus): boolean => status === "submitted" || status === "incomplete";
