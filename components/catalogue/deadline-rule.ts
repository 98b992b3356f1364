import { nextHolidays } from "@/lib/catalogue/calendar/rules";
import { type DeadlineCalendar, deadlineOf } from "@/lib/catalogue/deadlines/rules";
import { addDays, weekdayOf } from "@/lib/core/calendar";
import { dateInWords, deadlineInWords } from "@/lib/core/format-date";

export type Rule = Parameters<typeof deadlineOf>[0];
type Kind = Rule["kind"];

export const kindOptions: { value: Kind; label: string }[] = [
  { value: "daysBefore", label: "Un nombre de jours avant" },
  { value: "weekdayBefore", label: "Un jour de la semaine, avant" },
  { value: "hoursBefore", label: "Un nombre d’heures avant" },
  { value: "dayOfPreviousMonth", label: "Un jour du mois précédent" },
  { value: "none", label: "Jusqu’au début du créneau" },
];

/** Another kind of rule, keeping what both share. */
export function ruleOf(kind: Kind, { time, skip, onSkippedDay }: Rule): Rule {
  const common = { time, ...(skip && { skip }), ...(onSkippedDay && { onSkippedDay }) };
  switch (kind) {
    case "none":
      return { kind, time };
    case "daysBefore":
      return { kind, days: 7, count: "calendar", ...common };
    case "weekdayBefore":
      return { kind, weekday: 4, weeks: 1, ...common };
    case "dayOfPreviousMonth":
      return { kind, day: 20, ...common };
    case "hoursBefore":
      return { kind, hours: 72, ...common };
  }
}

/** "Pour le vendredi 18 septembre 2026 : réservation possible jusqu’au jeudi 10 septembre 2026 à 23 h 59" */
export function deadlineSentence(
  rule: Rule,
  { date, startsAt, act }: { date: string; startsAt: string; act: string },
  calendar: DeadlineCalendar,
): string {
  const day = `Pour le ${dateInWords(date)}\u00a0:`;
  try {
    return `${day} ${act} jusqu’au ${deadlineInWords(deadlineOf(rule, { date, startsAt }, calendar))}`;
  } catch {
    return `${day} cette règle ne donne pas de date, car le calendrier scolaire n’est pas connu.`;
  }
}

const FAR_ENOUGH = 9;

/** A Friday, a Monday, and the first Monday after holidays: where rules show how they differ. */
export function exampleDays(today: string, { zone }: DeadlineCalendar): string[] {
  const next = (weekday: number, from: string) => addDays(from, (7 + weekday - weekdayOf(from)) % 7);
  const friday = next(5, addDays(today, FAR_ENOUGH));
  const holidays = nextHolidays(friday, zone)?.lastDayOff;
  return [friday, next(1, friday), ...(holidays ? [next(1, addDays(holidays, 1))] : [])];
}
