import { checkouts } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { payerEmail } from "./payer-email";

/**
 * `paymentId` is null when the credit of the account pays for everything; `isStarted` when the same had just been started:
 * its payment is opened already, and goes on.
 */
export type CheckedOut = { checkoutId: string; paymentId: string | null; isStarted?: true };

type Start = {
  householdId: string;
  revenueOfficeId: string;
  subtotalCents: number;
  /** What the credit of the account leaves to pay. */
  totalCents: number;
  /** What the payer reads at the bank: no child's name (protocols §2.5). */
  subject: string;
};

/**
 * Writes a checkout and, when something is left to pay, its payment, before any bank is called. Plumbing of the checkouts
 * of the cart and of the invoices, which have authorized, locked the household and judged the amounts.
 */
export const startCheckout = async (ctx: Context, { subject, ...amounts }: Start): Promise<CheckedOut> => {
  const { householdId, revenueOfficeId, subtotalCents, totalCents } = amounts;
  const payment = { householdId, revenueOfficeId, amountCents: totalCents, subject };
  const paymentId =
    totalCents === 0 ? null : await initiatePayment(ctx, { ...payment, payerEmail: await payerEmail(ctx) });
  const [row] = await ctx.db
    .insert(checkouts)
    .values({
      ...amounts,
      paymentId,
      creditCents: subtotalCents - totalCents,
      createdBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      createdAt: ctx.now,
    })
    .returning({ id: checkouts.id });
  if (!row) throw new Error("no checkout was written");
  return { checkoutId: row.id, paymentId };
};
