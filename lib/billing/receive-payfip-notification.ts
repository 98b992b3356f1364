import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { readNotification } from "@/lib/payments/payfip/read-notification";
import { findPaymentByReference } from "@/lib/payments/queries";
import { recordNotice } from "@/lib/payments/record-notice";
import { checkPayment } from "./check-payment";

/**
 * PayFiP's notification carries an idOp and proves nothing: the service is asked, and its answer alone counts
 * (protocols §2.9). Refuses with `invalid_notification` when there is no idOp; an unknown one changes nothing.
 */
export async function receivePayfipNotification(ctx: Context, body: string, query: string): Promise<void> {
  authorize(ctx, "payments:settle");

  const idOp = readNotification(body, query);
  const payment = await findPaymentByReference(ctx, "payfip", idOp);
  if (!payment) {
    log.warn({ gateway: "payfip", idOp }, "notification of an unknown payment");
    return;
  }
  const notice = { gateway: "payfip", paymentId: payment.id, body: body || query } as const;
  const verdict = await checkPayment(ctx, payment.id).catch(async (error: unknown) => {
    await recordNotice(ctx, { ...notice, verdict: "error" });
    throw error;
  });
  await recordNotice(ctx, { ...notice, verdict });
}
