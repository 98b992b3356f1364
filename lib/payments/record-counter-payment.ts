import { type CounterDetail, type PaymentMeans, payments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

type CounterPayment = {
  submissionKey: string;
  householdId: string;
  revenueOfficeId: string;
  means: PaymentMeans;
  detail: CounterDetail;
  amountCents: number;
  subject: string;
};

/**
 * Writes money taken at the counter, paid at once; the caller draws the consequences in the same transaction. Undefined
 * when the same form has been recorded already.
 */
export async function recordCounterPayment(ctx: Context, payment: CounterPayment): Promise<string | undefined> {
  authorize(ctx, "payments:collect");
  if (!("accountId" in ctx.actor)) throw new DomainError("forbidden");

  const { detail, submissionKey, ...columns } = payment;
  const [row] = await ctx.db
    .insert(payments)
    .values({
      ...columns,
      submissionKey,
      counterDetail: detail,
      collectedBy: ctx.actor.accountId,
      mode: "counter",
      orderReference: `GU${submissionKey.replaceAll("-", "").slice(0, 16).toUpperCase()}`,
      status: "paid",
      createdAt: ctx.now,
      settledAt: ctx.now,
    })
    .onConflictDoNothing({ target: payments.submissionKey })
    .returning({ id: payments.id });
  if (!row) return undefined;
  await recordEvent(ctx, {
    type: "payment.collected",
    subjectId: row.id,
    householdId: payment.householdId,
    data: { means: payment.means, amountCents: payment.amountCents },
  });
  return row.id;
}
