import type { OwnSchoolYear, SchoolWeek, SchoolZone } from "@/db/schema";
import { addDays, type CivilDate, weekdayOf } from "@/lib/core/calendar";
import published from "./school-calendar.json";

/** `unknown` is never a school day: the ministry has not published that date, so nothing may be opened on it. */
type SchoolDayKind = "school" | "wednesday" | "weekend" | "publicHoliday" | "holiday" | "bridge" | "unknown";

/** Both days included; the end of the last summer is not published yet. */
type SchoolPeriod = {
  label: string;
  kind: "holiday" | "bridge";
  zones: SchoolZone[];
  firstDayOff: CivilDate;
  lastDayOff: CivilDate | null;
};

/** What is particular to a place: Good Friday and Saint Stephen's Day, school on Wednesdays, its own school years. */
export type HolidayRegion = { alsaceMoselle?: boolean; schoolWeek?: SchoolWeek; ownSchoolYears?: OwnSchoolYear[] };

const WEDNESDAY = 3;
const SATURDAY = 6;

const periods = published.schoolYears.flatMap((year) => year.periods) as SchoolPeriod[];
const firstCovered = published.schoolYears[0]?.pupilsStart ?? "";
const unpublishedFrom = periods.find(({ lastDayOff }) => lastDayOff === null)?.firstDayOff ?? "";

/** What a date is for a school of four days a week (Monday, Tuesday, Thursday, Friday). */
export function schoolDayKind(date: CivilDate, zone: SchoolZone, region: HolidayRegion = {}): SchoolDayKind {
  if (!isPublished(date, zone) && !ownYearOf(date, region)) return "unknown";
  const period = holidaysOn(date, zone, region);
  if (period) return period.kind;
  if (publicHolidayName(date, region)) return "publicHoliday";
  const weekday = weekdayOf(date);
  if (weekday >= SATURDAY) return "weekend";
  return weekday === WEDNESDAY ? "wednesday" : "school";
}

/** Whether the ministry's file tells what a date is in a zone. */
const isPublished = (date: CivilDate, zone: SchoolZone): boolean =>
  zone !== "unknown" && firstCovered <= date && date < unpublishedFrom;

const ownYearOf = (date: CivilDate, { ownSchoolYears = [] }: HolidayRegion): OwnSchoolYear | undefined =>
  ownSchoolYears.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);

/** The school holidays or the bridge that a date is in; the summer whose end is unknown is not one of them. */
export function holidaysOn(date: CivilDate, zone: SchoolZone, region: HolidayRegion = {}): SchoolPeriod | undefined {
  const contains = ({ firstDayOff, lastDayOff }: { firstDayOff: CivilDate; lastDayOff: CivilDate | null }) =>
    firstDayOff <= date && lastDayOff !== null && date <= lastDayOff;
  if (isPublished(date, zone)) return periods.find((period) => period.zones.includes(zone) && contains(period));
  const own = ownYearOf(date, region)?.holidays.find(contains);
  return own && { ...own, kind: "holiday", zones: [zone] };
}

/** The first school holidays that begin after a date, as far as they are published. */
export const nextHolidays = (date: CivilDate, zone: SchoolZone): SchoolPeriod | undefined =>
  periods.find(({ kind, zones, firstDayOff }) => kind === "holiday" && zones.includes(zone) && firstDayOff > date);

/** "jour ouvré": Monday to Friday without public holidays ("ouvrable" would count Saturdays). */
export const isWorkingDay = (date: CivilDate, region: HolidayRegion = {}): boolean =>
  weekdayOf(date) < SATURDAY && publicHolidayName(date, region) === undefined;

/** "Ascension", or undefined on an ordinary day. */
export const publicHolidayName = (date: CivilDate, region: HolidayRegion = {}): string | undefined =>
  publicHolidaysOf(Number(date.slice(0, 4)), region).get(date);

const computed = new Map<string, ReadonlyMap<CivilDate, string>>();

/** Public holidays of a year by date (Code du travail L3133-1; L3134-13 for Alsace-Moselle). */
export function publicHolidaysOf(year: number, { alsaceMoselle = false }: HolidayRegion = {}) {
  const key = `${year} ${alsaceMoselle}`;
  const known = computed.get(key) ?? computePublicHolidays(year, alsaceMoselle);
  computed.set(key, known);
  return known;
}

function computePublicHolidays(year: number, alsaceMoselle: boolean): ReadonlyMap<CivilDate, string> {
  const easter = easterOf(year);
  const holidays: [CivilDate, string][] = [
    [`${year}-01-01`, "Jour de l’An"],
    [addDays(easter, 1), "Lundi de Pâques"],
    [`${year}-05-01`, "Fête du Travail"],
    [`${year}-05-08`, "Victoire 1945"],
    [addDays(easter, 39), "Ascension"],
    [addDays(easter, 50), "Lundi de Pentecôte"],
    [`${year}-07-14`, "Fête nationale"],
    [`${year}-08-15`, "Assomption"],
    [`${year}-11-01`, "Toussaint"],
    [`${year}-11-11`, "Armistice 1918"],
    [`${year}-12-25`, "Noël"],
  ];
  if (alsaceMoselle) holidays.push([addDays(easter, -2), "Vendredi saint"], [`${year}-12-26`, "Saint-Étienne"]);
  return new Map(holidays);
}

/** Easter Sunday of the Gregorian calendar, by the Meeus/Jones/Butcher algorithm. */
export function easterOf(year: number): CivilDate {
  const div = (a: number, b: number) => Math.floor(a / b);
  const golden = year % 19;
  const century = div(year, 100);
  const rest = year % 100;
  const correction = div(century - div(century + 8, 25) + 1, 3);
  const epact = (19 * golden + century - div(century, 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * div(rest, 4) - epact - (rest % 4)) % 7;
  const late = div(golden + 11 * epact + 22 * weekday, 451);
  const day = epact + weekday - 7 * late + 114;
  return `${year}-${String(div(day, 31)).padStart(2, "0")}-${String((day % 31) + 1).padStart(2, "0")}`;
}

/** A school year as it can be opened: the days it covers and its holidays; `isKnown` is false until it is published. */
export type SchoolYear = {
  label: string;
  from: CivilDate;
  to: CivilDate;
  isKnown: boolean;
  holidays: { label: string; firstDayOff: CivilDate; lastDayOff: CivilDate }[];
};

/**
 * The school years of a place that are not over on a date, and the first one that nobody has published: it is told, never
 * guessed. A year of the structure's own stands where the ministry's file says nothing.
 */
export function schoolYearsFrom(date: CivilDate, zone: SchoolZone, region: HolidayRegion = {}): SchoolYear[] {
  const known = [...(zone === "unknown" ? [] : publishedYears(zone)), ...(region.ownSchoolYears ?? []).map(ownYear)]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .filter((year, index, years) => index === 0 || year.from > (years[index - 1]?.to ?? ""));
  const last = known.at(-1)?.to;
  const firstYear = last === undefined ? schoolYearStart(date) : Number(last.slice(0, 4));
  const unknown = { ...emptyYear(firstYear), isKnown: false };
  return [...known.filter(({ to }) => to >= date), unknown];
}

/** The calendar year in which the school year of a date began. */
const schoolYearStart = (date: CivilDate): number => Number(date.slice(0, 4)) - (date.slice(5, 7) < "08" ? 1 : 0);

const emptyYear = (start: number) => ({
  label: `${start}-${start + 1}`,
  from: `${start}-09-01`,
  to: `${start + 1}-08-31`,
  holidays: [],
});

const ownYear = ({ firstDay, lastDay, holidays }: OwnSchoolYear): SchoolYear => {
  const { label } = emptyYear(schoolYearStart(firstDay));
  return { label: `${label} (saisie)`, from: firstDay, to: lastDay, isKnown: true, holidays };
};

function publishedYears(zone: SchoolZone): SchoolYear[] {
  return published.schoolYears.map((year, index, years) => {
    const next = years[index + 1]?.pupilsStart;
    const own = (year.periods as SchoolPeriod[]).filter(
      ({ kind, zones }) => kind === "holiday" && zones.includes(zone),
    );
    return {
      label: year.schoolYear,
      from: year.pupilsStart,
      to: next ? addDays(next, -1) : addDays(unpublishedFrom, -1),
      isKnown: true,
      holidays: own.flatMap(({ label, firstDayOff, lastDayOff }) =>
        lastDayOff ? [{ label, firstDayOff, lastDayOff }] : [],
      ),
    };
  });
}
