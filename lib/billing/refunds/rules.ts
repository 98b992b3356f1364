import type { RefundStatus } from "@/db/schema";

export type Refund = RefundStatus;

/** Above this a second agent must agree as well (guarantee I25). */
const SECOND_AGENT_ABOVE_CENTS = 10_000;

const nextStates: Record<RefundStatus, readonly RefundStatus[]> = {
  waiting: ["approved", "refused", "withdrawn"],
  approved: ["executed"],
  refused: [],
  withdrawn: [],
  executed: [],
};
export const canBecome = (from: RefundStatus, to: RefundStatus): boolean => nextStates[from].includes(to);

/** How many agents must agree before it is paid. */
export const approvalsNeeded = (amountCents: number): 1 | 2 => (amountCents > SECOND_AGENT_ABOVE_CENTS ? 2 : 1);
