import type { PatternPlan, PatternRhythm } from "@/db/schema";
import {
  addDays,
  addMonths,
  type CivilDate,
  daysFrom,
  lastDayOf,
  mondayOf,
  monthOf,
  weekOf,
} from "@/lib/core/calendar";
import type { ErrorCode } from "@/lib/core/errors";
import { cancellationOf } from "../cancellations/rules";
import type { Place } from "../lock-places";
import type { Cell } from "../rules";

export type Turn = PatternPlan["slots"][number]["turn"];

/**
 * Whose turn the week of a Monday is. By parity of the ISO week, as judgments about custody write it: week 53 is odd and
 * so is the week 1 that follows. `alternate` never repeats: one week out of two, whatever the numbers.
 */
export function turnOf(rhythm: PatternRhythm, monday: CivilDate): Turn | undefined {
  switch (rhythm.kind) {
    case "weekly":
      return "a";
    case "weeks":
      return rhythm.mondays.includes(monday) ? "a" : undefined;
    case "parity":
      return weekOf(monday) % 2 === 0 ? "a" : "b";
    case "alternate":
      return (daysFrom(mondayOf(rhythm.from), monday) / 7) % 2 === 0 ? "a" : "b";
  }
}

/** Every cell that a plan wants between two days, both included, in the order of the days. */
export function expandPlan(
  { rhythm, slots, except }: PatternPlan,
  { from, to }: { from: CivilDate; to: CivilDate },
): Cell[] {
  const isLeftOut = (date: CivilDate) => except.some((days) => days.from <= date && date <= days.to);
  const byDay = slots.toSorted((a, b) => a.weekday - b.weekday);
  const cells: Cell[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const turn = turnOf(rhythm, monday);
    for (const { childId, slotId, weekday, turn: wanted } of byDay) {
      const date = addDays(monday, weekday - 1);
      if (wanted === turn && from <= date && date <= to && !isLeftOut(date)) cells.push({ childId, slotId, date });
    }
  }
  return cells;
}

/** From this day of the month on, what is left of it is booked along with the next one. */
const LATE_IN_MONTH = 21;

/** The end of what is paid at once of a plan whose first day to pay is this one: its month, never a few days only. */
export function instalmentEnd(first: CivilDate): CivilDate {
  const month = monthOf(first);
  return lastDayOf(Number(first.slice(8)) < LATE_IN_MONTH ? month : addMonths(month, 1));
}

/** Why a place stays when its typical week is taken back, or undefined when it goes. */
export function refusalToUndo(
  place: Pick<Place, "status" | "date" | "startsAt" | "cancellationClosesAt">,
  now: Date,
): ErrorCode | undefined {
  if (place.status === "requested" || place.status === "waitlisted") return undefined;
  const effect = cancellationOf(place, now);
  if (effect === "in_time") return undefined;
  return effect === "late" ? "cancellation_closed" : place.status === "booked" ? "service_begun" : "cannot_cancel";
}

/** What booking a typical week would do, told before; the same is done, or nothing. */
export type PatternPreview = {
  fingerprint: string;
  /** Places that would be asked for at once, and on how many days. */
  count: number;
  days: number;
  offices: OfficeCost[];
  /** Until when the places to pay are kept, in words. */
  keptUntil: string | null;
  /** Where what is paid in advance can be booked month after month: what comes first, and what is left for later. */
  instalment: { through: string; first: Amount; later: Amount; isChosen: boolean } | null;
  /** Slots without a place left, that can be waited for. */
  full: number;
  refused: RefusedGroup[];
  /** Already booked, or asked for: left as they are. */
  already: number;
  /** Days on which nothing opens: "Vacances de Noël", how many days. */
  closed: { label: string; days: number }[];
  /** The last day that is open to bookings, where the plan goes beyond. */
  openUntil: string | null;
};

export type Amount = { count: number; cents: number };
/** The cost at one régie: `now` goes to the cart, `invoiced` comes later, `approval` waits for the structure. */
export type OfficeCost = { name: string; now: Amount; invoiced: Amount; free: number; approval: Amount };
/** "12 créneaux : délai de réservation dépassé", and which. */
export type RefusedGroup = { code: ErrorCode; title: string; lines: RefusedLine[] };
/** "Soir : 7, 8 et 10 décembre 2026", of one child. */
export type RefusedLine = { childId: string; service: string; days: string };

export type BookedPattern = { patternId: string; count: number; toPay: Amount; waiting: number };

/** What taking back a typical week did: what could not go, and why, is told. */
export type UndonePattern = { count: number; creditedCents: number; kept: RefusedGroup[] };

/** "1 créneau", "12 créneaux" */
const slotsInWords = (count: number): string => `${count} ${count > 1 ? "créneaux" : "créneau"}`;

const reasonWords: Partial<Record<ErrorCode, string>> = {
  booking_closed: "délai de réservation dépassé",
  booking_not_open: "réservations pas encore ouvertes",
  slot_full: "complet",
  not_enrolled: "enfant non inscrit à l’activité",
  custody_other_household: "jour de l’autre foyer, d’après le calendrier de garde",
  wrong_age_group: "réservé à un autre groupe d’âge",
  price_unknown: "tarif pas encore publié",
  cancellation_closed: "délai d’annulation dépassé",
  service_begun: "service déjà commencé",
  cannot_cancel: "absence, présence ou annulation déjà en cours",
};

/** How a group of refused slots is headed; the sentence of the code where there is no shorter one. */
export const groupTitle = (code: ErrorCode, count: number, sentence: string): string =>
  `${slotsInWords(count)} : ${reasonWords[code] ?? sentence}`;

/** What may be ticked in a week, child by child; slots of several age groups that share a name are one column. */
export type PatternOffer = {
  /** Tomorrow, and the end of the school year as far as it is known. */
  from: CivilDate;
  to: CivilDate;
  children: OfferedChild[];
  /** From the current week on. */
  weeks: OfferedWeek[];
};
export type OfferedChild = { id: string; firstName: string; rank: number; columns: OfferedColumn[] };
export type OfferedColumn = {
  slotIds: number[];
  label: string;
  activity: string;
  hours: string;
  /** Opens in the holidays only. */
  isHolidays: boolean;
  isPrepaid: boolean;
  /** On which days of the week it opens. */
  weekdays: number[];
};
/** `words`: "7 décembre", its Monday; `note`: the holidays it is in. */
export type OfferedWeek = { monday: CivilDate; number: number; words: string; note: string | null };

/** A typical week as its family finds it again. */
export type PatternItem = {
  id: string;
  days: string;
  rhythm: string;
  lines: { firstName: string; text: string }[];
  except: string | null;
  by: string;
  undone: string | null;
  /** Places still to come: asked for, waited for, booked. */
  coming: number;
  /** What is paid month after month is booked up to this day. */
  through: string | null;
};

type Year = { to: CivilDate; isKnown: boolean; holidays: { firstDayOff: CivilDate; lastDayOff: CivilDate }[] };

/** The last day before the summer holidays of the first known school year that is not over. */
export function endOfSchoolYear(years: Year[], today: CivilDate): CivilDate | undefined {
  return years
    .filter(({ isKnown }) => isKnown)
    .map(({ to, holidays }) => {
      const summer = holidays.find(({ lastDayOff }) => lastDayOff >= to);
      return summer ? addDays(summer.firstDayOff, -1) : to;
    })
    .find((end) => end > today);
}

const weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** "lundi, mardi, jeudi et vendredi" */
export const weekdaysInWords = (weekdays: readonly number[]): string =>
  new Intl.ListFormat("fr-FR").format(weekdays.map((weekday) => weekdayNames[weekday - 1] ?? ""));
