import type { PaymentState } from "@/db/schema";
import { addDays, type CivilDate, dateOf, firstDayOf, instantOf, monthOf } from "@/lib/core/calendar";
import type { JournalState } from "./input";

/** Civil days, both included. */
export type Period = { from: CivilDate; to: CivilDate };

/** The days asked for, the right way round; without any, the current month. */
export function periodOf({ du, au }: { du?: string; au?: string }, now: Date): Period {
  const today = dateOf(now);
  const from = du ?? firstDayOf(monthOf(au ?? today));
  const to = au ?? today;
  return from <= to ? { from, to } : { from: to, to: from };
}

/** From the first instant of a period to the first one after it. */
export const instantsOf = ({ from, to }: Period) => ({
  start: instantOf(from, "00:00"),
  end: instantOf(addDays(to, 1), "00:00"),
});

export const stateGroups: Record<JournalState, readonly PaymentState[]> = {
  encaisses: ["paid"],
  annules: ["paid"],
  "en-cours": ["initiated", "pending"],
  echoues: ["refused", "cancelled", "expired", "failed"],
  tous: ["initiated", "pending", "paid", "refused", "cancelled", "expired", "failed"],
};
