import { eq, sql } from "drizzle-orm";
import { checkouts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postEntries } from "@/lib/ledger/post-entries";
import type { PaymentOutcome } from "@/lib/payments/gateway";
import { findPayment, type Payment } from "@/lib/payments/queries";
import { isMismatch, recordOutcome, type Verdict } from "@/lib/payments/record-outcome";
import { reportIncident } from "@/lib/payments/report-incident";
import { bookCheckout, type SettledCheckout } from "./book-checkout";
import { payInvoices } from "./invoices/pay-invoices";
import { issueReceipt } from "./receipts/issue-receipt";
import { isMissed, keptAsCredit } from "./rules";
import { tellOffice, tellRefusal, tellSettlement } from "./tell-settlement";

/**
 * Draws the consequences of a bank's answer, once: ledger credited, places booked or invoices paid, receipt numbered,
 * family told. Money for places that are gone, or invoices paid meanwhile, stays as credit, and family and régie are told. A mismatch books nothing; of it, as of
 * anything rare that the bank says, the régie is told.
 */
export async function settlePayment(ctx: Context, paymentId: string, outcome: PaymentOutcome): Promise<Verdict> {
  authorize(ctx, "payments:settle");

  return inTransaction(ctx, async (ctx) => {
    const verdict = await recordOutcome(ctx, paymentId, outcome);
    const isRefused = verdict === "updated" && outcome.status === "refused";
    if (verdict !== "paid" && !isRefused && !isMismatch(verdict) && !outcome.alert) return verdict;

    const payment = await findPayment(ctx, paymentId);
    if (!payment) throw new DomainError("not_found");
    if (verdict === "paid") await book(ctx, payment);
    if (isRefused) await tellRefusal(ctx, payment);
    if (isMismatch(verdict)) await tellOffice(ctx, payment, { kind: verdict, amountCents: outcome.amountCents ?? 0 });
    else if (outcome.alert) await reportRarity(ctx, payment, outcome);
    return verdict;
  });
}

async function book(ctx: Context, payment: Payment): Promise<void> {
  const { id, householdId, revenueOfficeId, amountCents } = payment;
  const [checkout] = await ctx.db
    .select({
      id: checkouts.id,
      isForInvoices: sql<boolean>`exists (select from checkout_invoices asked where asked.checkout_id = checkouts.id)`,
    })
    .from(checkouts)
    .where(eq(checkouts.paymentId, id));
  if (!checkout) throw new Error(`payment ${id} has no checkout`);

  await postEntries(ctx, {
    kind: "payment",
    reference: `payment:${id}`,
    label: "Paiement en ligne",
    householdId,
    revenueOfficeId,
    debit: "bank",
    credit: "household",
    amountCents,
  });
  const booked = await (checkout.isForInvoices ? payInvoices : bookCheckout)(ctx, checkout.id);
  const receipt = await issueReceipt(ctx, id, booked);
  if (isMissed(payment, booked)) await reportMissed(ctx, payment, booked);
  await recordEvent(ctx, {
    type: "payment.settled",
    subjectId: id,
    householdId,
    data: { receipt: receipt.number, ...booked },
  });
  await tellSettlement(ctx, payment, { receipt, booked });
}

/** Paid for something that no longer exists: an agent sees it, though the money is safe on the account. */
async function reportMissed(ctx: Context, payment: Payment, booked: SettledCheckout): Promise<void> {
  const { missedCents } = booked;
  await reportIncident(ctx, { paymentId: payment.id, kind: "kept_as_credit", detail: { missedCents } });
  await tellOffice(ctx, payment, { kind: "kept_as_credit", amountCents: keptAsCredit(payment.amountCents, booked) });
}

/** A capture that failed after all, a word that nobody knows: no state follows from it, an agent looks. */
async function reportRarity(ctx: Context, payment: Payment, { raw, amountCents }: PaymentOutcome): Promise<void> {
  await reportIncident(ctx, { paymentId: payment.id, kind: "unusual_answer", detail: raw });
  await tellOffice(ctx, payment, { kind: "unusual_answer", amountCents: amountCents ?? payment.amountCents });
}
