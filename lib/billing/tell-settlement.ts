import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { findOffice, type Payment } from "@/lib/payments/queries";
import type { Mismatch } from "@/lib/payments/record-outcome";
import type { SettledCheckout } from "./book-checkout";
import type { IssuedReceipt } from "./receipts/issue-receipt";
import { isMissed } from "./rules";

/** Tells the payer, in one message: the receipt, or that money waits on the account: places gone, invoices paid already. */
export async function tellSettlement(
  ctx: Context,
  payment: Payment,
  { receipt, booked }: { receipt: IssuedReceipt; booked: SettledCheckout },
): Promise<void> {
  authorize(ctx, "payments:settle");

  await notify(ctx, {
    template: templateOf(payment, booked),
    recipient: payment.payerEmail,
    payload: { receiptId: receipt.id, receiptNumber: receipt.number, url: `${env().appUrl}/prepaiements` },
    dedupeKey: `payment:${payment.id}`,
  });
}

function templateOf(payment: Payment, booked: SettledCheckout) {
  if (!isMissed(payment, booked)) return booked.invoices ? "invoices-paid" : "payment-confirmed";
  return booked.invoices ? "invoices-paid-twice" : "payment-kept-as-credit";
}

/** Tells the payer that the bank said no, for who had left its page; nothing was debited. */
export async function tellRefusal(ctx: Context, payment: Payment): Promise<void> {
  authorize(ctx, "payments:settle");

  await notify(ctx, {
    template: "payment-failed",
    recipient: payment.payerEmail,
    payload: { url: `${env().appUrl}/paiement/retour/${payment.id}` },
    dedupeKey: `payment:${payment.id}:refused`,
  });
}

/** Tells the régie what an agent must look at. */
export async function tellOffice(
  ctx: Context,
  payment: Payment,
  { kind, amountCents }: { kind: Mismatch | "kept_as_credit" | "unusual_answer"; amountCents: number },
): Promise<void> {
  authorize(ctx, "payments:settle");

  const office = await findOffice(ctx, payment.revenueOfficeId);
  if (!office) throw new DomainError("not_found");
  await notify(ctx, {
    template: "revenue-office-incident",
    recipient: office.email,
    payload: { kind, paymentReference: payment.orderReference, amountCents },
    dedupeKey: `payment:${payment.id}:${kind}`,
  });
}
