import { asc, eq } from "drizzle-orm";
import { checkoutInvoices, checkouts, invoices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { getBalance } from "@/lib/ledger/queries";
import type { SettledCheckout } from "../book-checkout";
import { allocateFunds } from "./allocate-funds";

/**
 * Pays the invoices of a checkout from the account, credit first, as far as they are still due: what was paid meanwhile
 * in another tab, by the other parent or at the counter leaves its surplus on the account. In the caller's transaction;
 * once per checkout.
 */
export async function payInvoices(ctx: Context, checkoutId: string): Promise<SettledCheckout> {
  authorize(ctx, "payments:settle");

  const [checkout] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, checkoutId)).for("update");
  if (!checkout || checkout.settledAt) throw new DomainError("not_found");
  const { householdId, revenueOfficeId, paymentId, subtotalCents, creditCents, totalCents } = checkout;
  await lockHousehold(ctx, householdId);

  const asked = await ctx.db
    .select({ invoiceId: checkoutInvoices.invoiceId, cents: checkoutInvoices.amountCents })
    .from(checkoutInvoices)
    .innerJoin(invoices, eq(invoices.id, checkoutInvoices.invoiceId))
    .where(eq(checkoutInvoices.checkoutId, checkoutId))
    .orderBy(asc(invoices.dueOn), asc(invoices.number));
  const balanceCents = await getBalance(ctx, { householdId, revenueOfficeId });
  // The credit may have been used since; what the payment brought is there for its invoices in any case.
  const credit = Math.min(creditCents, Math.max(0, balanceCents - totalCents));
  const paid = await allocateFunds(ctx, {
    householdId,
    revenueOfficeId,
    invoices: asked,
    sources: [
      { paymentId: null, cents: credit },
      { paymentId, cents: totalCents },
    ],
  });
  await ctx.db.update(checkouts).set({ settledAt: ctx.now }).where(eq(checkouts.id, checkoutId));

  const bookedCents = paid.reduce((sum, { cents }) => sum + cents, 0);
  return {
    bookedIds: [],
    bookedCents,
    missedCents: subtotalCents - bookedCents,
    leftCents: balanceCents - bookedCents,
    invoices: paid,
  };
}
