import { eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PaymentOutcome } from "./gateway";
import { reportIncident } from "./report-incident";
import { canBecome, isFollowed, isOpen, nextCheckAfter } from "./rules";

/** Authentic, but not what was asked: quarantined, and nothing changes. */
const mismatches = ["amount_mismatch", "order_mismatch", "reference_mismatch"] as const;
export type Mismatch = (typeof mismatches)[number];

/** What became of a bank's answer. */
export type Verdict = "paid" | "updated" | "unchanged" | Mismatch;
export const isMismatch = (verdict: Verdict): verdict is Mismatch =>
  mismatches.some((mismatch) => mismatch === verdict);

/**
 * Records what a bank says of a payment, once: the row is locked, and only a move that the states allow is made. The
 * caller draws the consequences of `paid` in the same transaction.
 */
export async function recordOutcome(ctx: Context, paymentId: string, outcome: PaymentOutcome): Promise<Verdict> {
  authorize(ctx, "payments:settle");

  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId)).for("update");
  if (!payment) throw new DomainError("not_found");
  const { status } = outcome;

  const mismatch = mismatchOf(payment, outcome);
  if (mismatch) {
    await reportIncident(ctx, { paymentId, kind: mismatch, detail: outcome.raw });
    await ctx.db.update(payments).set({ nextCheckAt: null }).where(eq(payments.id, paymentId));
    return mismatch;
  }
  if (status === payment.status || !canBecome(payment.status, status)) {
    await ctx.db
      .update(payments)
      .set({
        nextCheckAt: isFollowed(payment.status) ? nextCheckAfter(payment.createdAt, ctx.now) : null,
        ...(isOpen(payment.status) && { lastAnswer: outcome.raw }),
      })
      .where(eq(payments.id, paymentId));
    return "unchanged";
  }

  await ctx.db
    .update(payments)
    .set({
      status,
      means: outcome.means,
      bankReference: outcome.bankReference,
      lastAnswer: outcome.raw,
      settledAt: status === "paid" ? ctx.now : null,
      nextCheckAt: isFollowed(status) ? nextCheckAfter(payment.createdAt, ctx.now) : null,
    })
    .where(eq(payments.id, paymentId));
  await recordEvent(ctx, { type: `payment.${status}`, subjectId: paymentId, householdId: payment.householdId });
  return status === "paid" ? "paid" : "updated";
}

/** Money is compared with what was asked before anything is booked (protocols §1.5). */
function mismatchOf(
  payment: typeof payments.$inferSelect,
  { reference, status, amountCents, orderReference }: PaymentOutcome,
): Mismatch | undefined {
  if (reference !== (payment.reference ?? "")) return "reference_mismatch";
  const silentOnOrder = orderReference === undefined && status !== "paid";
  if (!silentOnOrder && orderReference !== payment.orderReference) return "order_mismatch";
  if (status === "paid" && amountCents !== payment.amountCents) return "amount_mismatch";
  return undefined;
}
