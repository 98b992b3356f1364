import { asc, eq } from "drizzle-orm";
import { checkoutInvoices, checkouts, invoices, type PaymentState } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { isGivenUp, isTestMode } from "@/lib/payments/rules";
import { listCartLines } from "./cart/queries";
import { getPaymentState } from "./queries";

type Outcome = "confirmed" | "pending" | "refused" | "abandoned" | "expired" | "credited" | "unavailable";

const outcomes: Record<Exclude<PaymentState, "paid">, Outcome> = {
  initiated: "pending",
  pending: "pending",
  refused: "refused",
  cancelled: "abandoned",
  expired: "expired",
  failed: "unavailable",
};

/** What became of a payment, told by the server's own records: the browser's return from the bank proves nothing. */
export async function getPaymentView(ctx: Context, id: string) {
  const payment = await getPaymentState(ctx, id);
  authorize(ctx, "cart:read", payment);

  const { status, receipt, gateway, amountCents, orderReference, receiptId, mode, revenueOfficeId } = payment;
  const [waiting, asked] = await Promise.all([listCartLines(ctx, payment.householdId), listAskedInvoices(ctx, id)]);
  const isRetried = asked.length > 0 || waiting.some((line) => line.revenueOfficeId === revenueOfficeId);
  return {
    outcome: outcomeOf(payment),
    gateway,
    test: isTestMode(mode),
    amountCents,
    orderReference,
    receiptId,
    booked: receipt?.lines ?? [],
    creditUsedCents: receipt?.creditUsedCents ?? 0,
    creditedCents: receipt?.keptAsCreditCents ?? 0,
    canRetry: status !== "paid" && isRetried,
    invoices: receipt?.invoices ?? asked,
  };
}

/** What a payment of invoices is for; none for a cart. */
const listAskedInvoices = ({ db }: Context, paymentId: string) =>
  db
    .select({ number: invoices.number, issuedOn: invoices.issuedOn, cents: checkoutInvoices.amountCents })
    .from(checkoutInvoices)
    .innerJoin(checkouts, eq(checkouts.id, checkoutInvoices.checkoutId))
    .innerJoin(invoices, eq(invoices.id, checkoutInvoices.invoiceId))
    .where(eq(checkouts.paymentId, paymentId))
    .orderBy(asc(invoices.dueOn), asc(invoices.number));

type Standing = Pick<Awaited<ReturnType<typeof getPaymentState>>, "status" | "lastAnswer" | "receipt">;

function outcomeOf({ status, lastAnswer, receipt }: Standing): Outcome {
  if (status === "paid") return receipt && receipt.keptAsCreditCents > 0 ? "credited" : "confirmed";
  return isGivenUp(status, lastAnswer) ? "abandoned" : outcomes[status];
}
