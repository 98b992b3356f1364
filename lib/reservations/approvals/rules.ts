import { isWorkingDay } from "@/lib/catalogue/calendar/rules";
import { addDays, dateOf, instantOf } from "@/lib/core/calendar";

const PAYMENT_HOURS = 48;

/** Until when an approved request that has to be paid keeps its place: two days, but never past the service. */
export const approvedHold = (now: Date, beginsAt: Date): Date =>
  new Date(Math.min(now.getTime() + PAYMENT_HOURS * 3_600_000, beginsAt.getTime()));

/** When agents are back at their desk, on the next working day. */
const BACK_AT = "09:00";
/** The longest run of days without work: a public holiday on each side of a weekend. */
const LONGEST_BREAK = 7;

/** What begins before this has to be answered today: tomorrow morning would be too late, and on Friday all weekend. */
export function answerBefore(now: Date): Date {
  const today = dateOf(now);
  const next = Array.from({ length: LONGEST_BREAK }, (_, index) => addDays(today, index + 1)).find((date) =>
    isWorkingDay(date),
  );
  return instantOf(next ?? addDays(today, 1), BACK_AT);
}
