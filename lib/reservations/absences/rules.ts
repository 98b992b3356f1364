import type { AbsencePolicy, AbsenceStatus } from "@/db/schema";
import { addDays, type CivilDate, daysFrom, instantOf, weekdayOf } from "@/lib/core/calendar";

/**
 * What becomes of one missed service: cancelled for nothing while its deadline runs, excused at once, excused once a
 * proof is accepted, or charged whatever the reason.
 */
export type AbsenceOutcome = "cancel" | "excuse" | "prove" | "charge";

type Missed = { date: CivilDate; cancels: boolean; absencePolicy: AbsencePolicy };

/** The days of carence come first, then those that can be excused, up to the most of one absence (handbook §3.4). */
export function outcomeOf({ date, cancels, absencePolicy }: Missed, countedFrom: CivilDate): AbsenceOutcome {
  if (cancels) return "cancel";
  if (!isExcusable(absencePolicy, daysFrom(countedFrom, date))) return "charge";
  return absencePolicy.proofRequired ? "prove" : "excuse";
}

/** Whether the n-th day of an absence, counted from 0, may be excused at all. */
export function isExcusable({ waitingDays, maxExcusedDays }: AbsencePolicy, day: number): boolean {
  if (day < waitingDays) return false;
  return maxExcusedDays === null || day < waitingDays + maxExcusedDays;
}

/** Whether an agent may decide an absence: it waits, or it stayed charged for want of a proof and by no one's decision. */
export const isDecidable = ({ status, decidedBy }: { status: AbsenceStatus; decidedBy: string | null }): boolean =>
  status === "awaiting_proof" || status === "to_review" || (status === "charged" && decidedBy === null);

/** The end of the time to send a proof: so many hours after the end of the day. */
export const proofDueAt = (date: CivilDate, { proofWithinHours }: AbsencePolicy): Date =>
  new Date(instantOf(addDays(date, 1), "00:00").getTime() + proofWithinHours * 3_600_000);

const FRIDAY = 5;

/** Whether an absence goes on with the one before: the next day, or Monday after Friday. */
export function goesOn(lastDay: CivilDate, firstDay: CivilDate): boolean {
  const gap = daysFrom(lastDay, firstDay);
  return gap <= 1 || (gap <= 3 && weekdayOf(lastDay) >= FRIDAY);
}

/** The days that one gesture may be about: a fortnight ahead, and back as far as a proof may still come. */
export const MOST_DAYS = 31;
export const DAYS_BACK = 7;

export type AbsenceLine = { label: string; outcome: AbsenceOutcome; priceCents: number; backCents: number };

/** What an absence would do, told before it is declared. */
export type AbsencePreview = {
  lines: AbsenceLine[];
  /** What comes back to the account at once. */
  backCents: number;
  /** Until when a proof may be sent, in words; null when none is asked for. */
  proofUntil: string | null;
};
