import type { RefundStatus } from "@/db/schema";

export type Refund = RefundStatus;

const nextStates: Record<RefundStatus, readonly RefundStatus[]> = {
  waiting: ["approved", "refused", "withdrawn"],
  approved: ["executed"],
  refused: [],
  withdrawn: [],
  executed: [],
};
export const canBecome = (from: RefundStatus, to: RefundStatus): boolean => nextStates[from].includes(to);

/** How many agents must agree before it is paid: above the threshold of the régie a second one too (guarantee I25). */
export const approvalsNeeded = (amountCents: number, secondAgentAboveCents: number): 1 | 2 =>
  amountCents > secondAgentAboveCents ? 2 : 1;
