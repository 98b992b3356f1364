import { eq } from "drizzle-orm";
import { checkoutLines, checkouts } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import { bookPaidRequests, lockUnpaidRequests } from "@/lib/reservations/book-paid-requests";
import type { PaidInvoice } from "./invoices/allocate-funds";

/**
 * What a checkout booked or paid, what it found gone (expired, withdrawn, or settled by another payment), and what the
 * account holds afterwards.
 */
export type SettledCheckout = {
  bookedIds: number[];
  bookedCents: number;
  missedCents: number;
  leftCents: number;
  /** What each invoice received, when invoices are what it was for. */
  invoices?: PaidInvoice[];
};

/**
 * Books what is still requested of a checkout and charges it to the account. All of it or, when the account does not
 * cover it, none: the money stays as credit. In the caller's transaction; once per checkout.
 */
export async function bookCheckout(ctx: Context, checkoutId: string): Promise<SettledCheckout> {
  authorize(ctx, "payments:settle");

  const [checkout] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, checkoutId)).for("update");
  if (!checkout || checkout.settledAt) throw new DomainError("not_found");
  const { householdId, revenueOfficeId } = checkout;
  await lockHousehold(ctx, householdId);

  const lines = await ctx.db
    .select({ reservationId: checkoutLines.reservationId })
    .from(checkoutLines)
    .where(eq(checkoutLines.checkoutId, checkoutId));
  const waiting = await lockUnpaidRequests(
    ctx,
    lines.map(({ reservationId }) => reservationId),
  );
  const waitingCents = waiting.reduce((sum, { priceCents }) => sum + priceCents, 0);
  const balanceCents = await getBalance(ctx, { householdId, revenueOfficeId });
  const covered = waitingCents <= balanceCents;
  const booked = covered ? waiting : [];
  const bookedCents = covered ? waitingCents : 0;

  await postEntries(ctx, {
    kind: "booking",
    reference: `checkout:${checkoutId}`,
    label: "Réservations prépayées",
    householdId,
    revenueOfficeId,
    debit: "household",
    credit: "deferred_revenue",
    amountCents: bookedCents,
  });
  await bookPaidRequests(ctx, booked);
  await ctx.db.update(checkouts).set({ settledAt: ctx.now }).where(eq(checkouts.id, checkoutId));
  return {
    bookedIds: booked.map(({ id }) => id),
    bookedCents,
    missedCents: checkout.subtotalCents - bookedCents,
    leftCents: balanceCents - bookedCents,
  };
}
