import type { activityKind } from "@/db/schema";
import { type CivilDate, weekdayOf } from "@/lib/core/calendar";

export type ActivityKind = (typeof activityKind.enumValues)[number];

/** What decides how many adults the law asks for, beside the children (handbook §3.5). */
export type Setting = { kind: ActivityKind; date: CivilDate; startsAt: string; endsAt: string; hasPedt: boolean };

/** One adult for so many children, and the article of the Code de l’action sociale et des familles that says so. */
export type Ratio = { under6: number; from6: number; article: "R227-15" | "R227-16" };

const SATURDAY = 6;
const FIVE_HOURS = 5 * 60;

/** Since 2018 a Wednesday without school is "périscolaire"; holidays and week-ends are "extrascolaire". */
const isExtracurricular = ({ kind, date }: Setting): boolean =>
  kind === "holidays" || kind === "event" || weekdayOf(date) >= SATURDAY;

export function ratioOf(setting: Setting): Ratio {
  if (isExtracurricular(setting)) return { under6: 8, from6: 12, article: "R227-15" };
  const isLong = minutesBetween(setting.startsAt, setting.endsAt) > FIVE_HOURS;
  const article = "R227-16";
  if (setting.hasPedt) return isLong ? { under6: 10, from6: 14, article } : { under6: 14, from6: 18, article };
  return isLong ? { under6: 8, from6: 12, article } : { under6: 10, from6: 14, article };
}

/** Minutes of a local time "HH:MM" or "HH:MM:SS". */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const minutesBetween = (from: string, to: string): number => minutesOf(to) - minutesOf(from);

type Ages = { under6: number; from6: number };

/** The safe reading: each age counted by itself, both rounded up. */
export const requiredAdults = (children: Ages, ratio: Ratio): number =>
  Math.ceil(children.under6 / ratio.under6) + Math.ceil(children.from6 / ratio.from6);

type Presence = { startsAt: string; endsAt: string; adults: number };

/** The most adults needed at the same moment, and when it begins; undefined when nobody is expected. */
export function peakOf(presences: readonly Presence[]): { adults: number; at: string } | undefined {
  const peaks = presences.map(({ startsAt: at }) => ({
    at,
    adults: presences
      .filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
      .reduce((sum, { adults }) => sum + adults, 0),
  }));
  const highest = peaks.reduce<(typeof peaks)[number] | undefined>(
    (most, peak) => (most && most.adults >= peak.adults ? most : peak),
    undefined,
  );
  return highest && highest.adults > 0 ? highest : undefined;
}

/** An accueil extrascolaire may not receive more (CASF R227-1). */
const MOST_EXTRACURRICULAR = 300;

/** What an agent should know of a slot of a day before it begins: warnings, never a refusal. */
export function warningsOf(
  setting: Setting,
  { plannedAdults, children }: { plannedAdults: number | null; children: Ages },
): string[] {
  const ratio = ratioOf(setting);
  const required = requiredAdults(children, ratio);
  const expected = children.under6 + children.from6;
  return [
    ...(plannedAdults !== null && plannedAdults < required
      ? [`Il manque ${adultsInWords(required - plannedAdults)} (article ${ratio.article}).`]
      : []),
    ...(isExtracurricular(setting) && expected > MOST_EXTRACURRICULAR
      ? [`Plus de ${MOST_EXTRACURRICULAR} enfants : l’accueil extrascolaire n’y est pas autorisé.`]
      : []),
  ];
}

export const adultsInWords = (count: number): string => (count === 1 ? "1 adulte" : `${count} adultes`);
