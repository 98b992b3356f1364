import type { TariffCategory } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";
import { capitalized, dateInWords, deadlineInWords, instantInWords } from "@/lib/core/format-date";

/** From when to when some days can be booked (handbook §3.7); instants in milliseconds, days included. */
export type BookingWindow = {
  firstDay: CivilDate;
  lastDay: CivilDate;
  opensAt: number;
  /** Families of the commune first; null when everybody comes at once. */
  residentsOpenAt: number | null;
  closesAt: number | null;
};

/** When a family may book a day; null: as soon as the day is there, or as late as its deadline. */
export type BookingTimes = { opensAt: number | null; closesAt: number | null };

const always: BookingTimes = { opensAt: null, closesAt: null };

/** What the window of a day says to a family; a day without one only has its deadline. */
export function timesOn(windows: readonly BookingWindow[], date: CivilDate, category: TariffCategory): BookingTimes {
  const window = windows.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
  if (!window) return always;
  const { opensAt, residentsOpenAt, closesAt } = window;
  return { opensAt: category === "resident" ? (residentsOpenAt ?? opensAt) : opensAt, closesAt };
}

/** The end of booking of a day: its deadline, or the end of its window when that comes first. */
export const endOfBooking = (deadline: number, { closesAt }: BookingTimes): number =>
  closesAt === null ? deadline : Math.min(deadline, closesAt);

/** "Ouverture des réservations le lundi 3 janvier 2027 à 8 h 30" */
export const openingInWords = (opensAt: number): string =>
  `Ouverture des réservations le ${instantInWords(new Date(opensAt))}`;

/** What families read of a window, one sentence after the other. */
export function windowInWords({ firstDay, lastDay, ...times }: BookingWindow): string[] {
  const { opensAt, residentsOpenAt, closesAt } = times;
  const days =
    firstDay === lastDay ? `le ${dateInWords(firstDay)}` : `du ${dateInWords(firstDay)} au ${dateInWords(lastDay)}`;
  return [
    `${capitalized(days)} : ${openingInWords(opensAt).toLocaleLowerCase("fr")}.`,
    ...(residentsOpenAt === null
      ? []
      : [`Les familles de la commune réservent dès le ${instantInWords(new Date(residentsOpenAt))}.`]),
    ...(closesAt === null ? [] : [`Réservation possible jusqu’au ${deadlineInWords(new Date(closesAt))}.`]),
  ];
}
