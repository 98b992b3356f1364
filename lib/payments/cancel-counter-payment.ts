import { eq } from "drizzle-orm";
import { paymentCancellations, payments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/**
 * Withdraws money taken at the counter, which stays written with the reason; the caller reverses its entries in the same
 * transaction. Refuses with `already_decided`, and with `day_closed` once it was counted and handed over.
 */
export async function cancelCounterPayment(ctx: Context, { paymentId, reason }: { paymentId: string; reason: string }) {
  authorize(ctx, "payments:collect");
  if (!("accountId" in ctx.actor)) throw new DomainError("forbidden");

  const [payment] = await ctx.db
    .select({
      householdId: payments.householdId,
      revenueOfficeId: payments.revenueOfficeId,
      amountCents: payments.amountCents,
      gateway: payments.gateway,
      closingId: payments.dayClosingId,
    })
    .from(payments)
    .where(eq(payments.id, paymentId))
    .for("update");
  if (!payment || payment.gateway) throw new DomainError("not_found");
  if (payment.closingId) throw new DomainError("day_closed");

  const [cancelled] = await ctx.db
    .insert(paymentCancellations)
    .values({ paymentId, reason, cancelledBy: ctx.actor.accountId, cancelledAt: ctx.now })
    .onConflictDoNothing()
    .returning({ paymentId: paymentCancellations.paymentId });
  if (!cancelled) throw new DomainError("already_decided");
  const { householdId, revenueOfficeId, amountCents } = payment;
  await recordEvent(ctx, { type: "payment.withdrawn", subjectId: paymentId, householdId, data: { amountCents } });
  return { householdId, revenueOfficeId, amountCents };
}
