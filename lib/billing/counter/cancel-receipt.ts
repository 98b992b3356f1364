import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { households, invoiceAllocations, invoices, payments } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postAllEntries, postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import { cancelCounterPayment } from "@/lib/payments/cancel-counter-payment";
import type { CancelReceiptInput } from "./input";

/**
 * Withdraws a quittance before its day is closed (handbook §5.5): its number stays, marked "annulée", what it paid is due
 * again, and its entries are reversed. Refuses with `day_closed`, `already_decided`, and with `credit_used` when the
 * family has spent the money since.
 */
export async function cancelReceipt(ctx: Context, { paymentId, reason }: CancelReceiptInput): Promise<void> {
  authorize(ctx, "payments:collect");

  await inTransaction(ctx, async (ctx) => {
    await lockPayer(ctx, paymentId);
    const { amountCents, ...account } = await cancelCounterPayment(ctx, { paymentId, reason });
    await takeBackAllocations(asSystem(ctx, "counter"), { ...account, paymentId });
    if ((await getBalance(ctx, account)) < amountCents) throw new DomainError("credit_used");
    await postEntries(ctx, {
      ...account,
      kind: "reversal",
      reference: `payment:${paymentId}:cancelled`,
      label: "Quittance annulée",
      debit: "household",
      credit: "bank",
      amountCents,
    });
  });
}

/** The household first, as everyone who moves its money does. */
async function lockPayer({ db }: Context, paymentId: string): Promise<void> {
  await db
    .select({ id: households.id })
    .from(households)
    .innerJoin(payments, eq(payments.householdId, households.id))
    .where(eq(payments.id, paymentId))
    .for("no key update", { of: households });
}

type Account = { householdId: string; revenueOfficeId: string; paymentId: string };

async function takeBackAllocations(ctx: Context, { paymentId, ...account }: Account): Promise<void> {
  const net = sql<number>`sum(${invoiceAllocations.amountCents})::int`;
  const paid = await ctx.db
    .select({ invoiceId: invoiceAllocations.invoiceId, number: invoices.number, cents: net })
    .from(invoiceAllocations)
    .innerJoin(invoices, eq(invoices.id, invoiceAllocations.invoiceId))
    .where(eq(invoiceAllocations.paymentId, paymentId))
    .groupBy(invoiceAllocations.invoiceId, invoices.number)
    .orderBy(invoiceAllocations.invoiceId);
  const back = paid.filter(({ cents }) => cents > 0).map((row) => ({ ...row, id: randomUUID() }));
  if (back.length === 0) return;

  await postAllEntries(
    ctx,
    back.map(({ id, number, cents }) => ({
      ...account,
      kind: "reversal",
      reference: `allocation:${id}`,
      label: `Facture ${number} : quittance annulée`,
      debit: "receivable",
      credit: "household",
      amountCents: cents,
    })),
  );
  await ctx.db.insert(invoiceAllocations).values(
    back.map(({ id, invoiceId, cents }) => ({
      id,
      invoiceId,
      amountCents: -cents,
      at: ctx.now,
      paymentId,
      ledgerReference: `allocation:${id}`,
    })),
  );
}
