import { and, eq } from "drizzle-orm";
import { refundDecisions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { DecisionInput } from "@/lib/core/decision-input";
import { DomainError } from "@/lib/core/errors";
import { findOfficeRules } from "../settings/office-rules";
import { type LockedRefund, lockRefund, moveRefund, releaseMoney } from "./move-refund";
import { approvalsNeeded } from "./rules";
import { tellRefund } from "./tell-refund";

/**
 * Agrees to a refund or refuses it for a reason that the family reads. Nobody decides what they asked themselves
 * (`own_refund`), and above a threshold a second agent must agree too (`second_agent_needed`; guarantee I25).
 */
export async function decideRefund(ctx: Context, { id, decision, reason }: DecisionInput): Promise<void> {
  authorize(ctx, "refunds:review");
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const { accountId } = actor;

  await inTransaction(ctx, async (ctx) => {
    const request = await lockRefund(ctx, id, decision === "accept" ? "approved" : "refused");
    if (request.requestedBy === accountId) throw new DomainError("own_refund");
    const { householdId } = request;

    if (decision === "refuse") {
      await moveRefund(ctx, request, { to: "refused", accountId, reason });
      await releaseMoney(ctx, request, "Remboursement refusé");
      await recordEvent(ctx, { type: "refund.refused", subjectId: id, householdId });
      await tellRefund(ctx, { id, householdId, outcome: "refused" });
      return;
    }
    const isEnough = await approve(ctx, request, accountId);
    await recordEvent(ctx, {
      type: isEnough ? "refund.approved" : "refund.agreed",
      subjectId: id,
      householdId,
      data: { amountCents: request.amountCents },
    });
  });
}

/** Adds an agent's agreement; true when it was the last one needed. */
async function approve(ctx: Context, request: LockedRefund, accountId: string): Promise<boolean> {
  const earlier = await ctx.db
    .select({ accountId: refundDecisions.accountId })
    .from(refundDecisions)
    .where(and(eq(refundDecisions.refundRequestId, request.id), eq(refundDecisions.decision, "approved")));
  if (earlier.some((one) => one.accountId === accountId)) throw new DomainError("second_agent_needed");

  const { secondAgentAboveCents } = await findOfficeRules(ctx, request.revenueOfficeId);
  if (earlier.length + 1 >= approvalsNeeded(request.amountCents, secondAgentAboveCents)) {
    await moveRefund(ctx, request, { to: "approved", accountId });
    return true;
  }
  await ctx.db
    .insert(refundDecisions)
    .values({ refundRequestId: request.id, decision: "approved", accountId, at: ctx.now });
  return false;
}
