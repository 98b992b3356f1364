import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { askBank } from "@/lib/payments/ask-bank";
import { findPayment } from "@/lib/payments/queries";
import type { Verdict } from "@/lib/payments/record-outcome";
import { settlePayment } from "./settle-payment";

/** Asks the bank about one payment and settles what it says: on a notification, on the payer's return, by the poll. */
export async function checkPayment(ctx: Context, paymentId: string): Promise<Verdict> {
  authorize(ctx, "payments:settle");

  const payment = await findPayment(ctx, paymentId);
  if (!payment) throw new DomainError("not_found");
  if (payment.status === "paid") return "unchanged";

  const outcome = await askBank(ctx, payment);
  return outcome ? settlePayment(ctx, paymentId, outcome) : "unchanged";
}
