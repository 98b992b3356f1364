import type { SchoolYear } from "@/lib/catalogue/calendar/rules";
import type { PlannedDay, Recipe } from "@/lib/catalogue/opening/rules";
import type { MonthDay } from "./months";

export type ServiceKind = "before_after_school" | "lunch" | "wednesday" | "holidays" | "event";

/** What each kind of service usually opens, in a school year, from today on. */
export function recipeFor(kind: ServiceKind, year: SchoolYear, today: string): Recipe {
  const inHolidays = kind === "holidays";
  const onWednesdays = kind === "wednesday";
  return {
    from: year.from < today ? today : year.from,
    to: year.to,
    schoolDays: !inHolidays && !onWednesdays,
    wednesdays: onWednesdays,
    holidays: inHolidays
      ? year.holidays.filter(({ lastDayOff }) => lastDayOff >= today).map(({ firstDayOff }) => firstDayOff)
      : [],
    weekdays: onWednesdays ? [3] : inHolidays ? [1, 2, 3, 4, 5] : [1, 2, 4, 5],
  };
}

const days = (count: number, words: string) => (count === 1 ? `1 jour ${words}` : `${count} jours ${words}s`);

/** "136 jours ouverts, 4 jours laissés de côté" */
export function countInWords(planned: PlannedDay[], already: ReadonlySet<string>): string {
  const open = planned.filter(({ state }) => state === "open");
  const known = open.filter(({ date }) => already.has(date)).length;
  const unknown = planned.filter(({ state }) => state === "unknown").length;
  const leftOut = leftOutOf(planned).length;
  return [
    `${open.length - known} ${open.length - known > 1 ? "jours" : "jour"} à ouvrir`,
    known > 0 && days(known, "déjà ouvert"),
    leftOut > 0 && `${leftOut === 1 ? "1 jour laissé" : `${leftOut} jours laissés`} de côté`,
    unknown > 0 && `${unknown} jours dont le calendrier n’est pas publié`,
  ]
    .filter(Boolean)
    .join(", ");
}

export const leftOutOf = (planned: PlannedDay[]): PlannedDay[] => planned.filter(({ state }) => state === "left-out");

/** How the months show what is planned. */
export function monthDays(planned: PlannedDay[], already: ReadonlySet<string>): Map<string, MonthDay> {
  return new Map(planned.flatMap((day) => lookOf(day, already)));
}

function lookOf({ date, state, why = "" }: PlannedDay, already: ReadonlySet<string>): [string, MonthDay][] {
  switch (state) {
    case "open":
      return [
        [date, already.has(date) ? { tone: "already", words: "déjà ouvert" } : { tone: "open", words: "à ouvrir" }],
      ];
    case "left-out":
      return [[date, { tone: "left-out", words: why }]];
    case "unknown":
      return [[date, { tone: "unknown", words: "calendrier non publié" }]];
    case "ignored":
      return [];
  }
}
