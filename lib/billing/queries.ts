import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { type GatewayName, paymentCancellations, payments, receipts } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

/** The receipts of a household, newest first. */
export async function listReceipts(ctx: Context, householdId: string, { limit }: { limit: number }) {
  authorize(ctx, "receipts:read", { householdId });

  return ctx.db
    .select({
      id: receipts.id,
      number: receipts.number,
      issuedAt: receipts.issuedAt,
      subject: payments.subject,
      means: payments.means,
      amountCents: payments.amountCents,
      cancelledAt: paymentCancellations.cancelledAt,
    })
    .from(receipts)
    .innerJoin(payments, eq(payments.id, receipts.paymentId))
    .leftJoin(paymentCancellations, eq(paymentCancellations.paymentId, receipts.paymentId))
    .where(eq(receipts.householdId, householdId))
    .orderBy(desc(receipts.issuedAt))
    .limit(limit);
}

/** One receipt, for those who may read its household's; `not_found` for anyone else. */
export async function getReceipt(ctx: Context, id: string) {
  assertUuid(id);
  const [receipt] = await ctx.db
    .select({
      householdId: receipts.householdId,
      number: receipts.number,
      issuedAt: receipts.issuedAt,
      view: receipts.view,
      cancelReason: paymentCancellations.reason,
      cancelledAt: paymentCancellations.cancelledAt,
    })
    .from(receipts)
    .leftJoin(paymentCancellations, eq(paymentCancellations.paymentId, receipts.paymentId))
    .where(eq(receipts.id, id));
  authorize(ctx, "receipts:read", { householdId: receipt?.householdId ?? "" });
  if (!receipt) throw new DomainError("not_found");
  const { cancelledAt, cancelReason, ...issued } = receipt;
  return { ...issued, cancellation: cancelledAt ? { cancelledAt, reason: cancelReason ?? "" } : undefined };
}

/** Where a payment at a bank stands, for its payer; `not_found` for anyone else. */
export async function getPaymentState(ctx: Context, id: string) {
  assertUuid(id);
  const [payment] = await ctx.db
    .select({
      id: payments.id,
      householdId: payments.householdId,
      revenueOfficeId: payments.revenueOfficeId,
      status: payments.status,
      gateway: sql<GatewayName>`${payments.gateway}`,
      mode: payments.mode,
      amountCents: payments.amountCents,
      orderReference: payments.orderReference,
      lastAnswer: payments.lastAnswer,
      receiptId: receipts.id,
      receipt: receipts.view,
    })
    .from(payments)
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .where(and(isNotNull(payments.gateway), eq(payments.id, id)));
  authorize(ctx, "cart:read", { householdId: payment?.householdId ?? "" });
  if (!payment) throw new DomainError("not_found");
  return payment;
}
