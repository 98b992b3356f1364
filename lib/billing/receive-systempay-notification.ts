import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { findOfficeOfShop, findPaymentByReference } from "@/lib/payments/queries";
import { recordNotice } from "@/lib/payments/record-notice";
import type { Verdict } from "@/lib/payments/record-outcome";
import { readMessage, siteIdOf } from "@/lib/payments/systempay/read-message";
import { systempayShopOf } from "@/lib/payments/systempay/shop-of";
import { settlePayment } from "./settle-payment";

/**
 * Systempay's notification is signed: shop, mode and signature are proved first, then the payment is found by what the
 * bank calls it, and the amount compared (protocols §6.2). Refuses with `invalid_notification` (forged, wrong shop or
 * mode) or `not_found` (no such payment of ours). A refund or a card check is kept, and moves nothing.
 */
export async function receiveSystempayNotification(ctx: Context, body: string): Promise<Verdict> {
  authorize(ctx, "payments:settle");

  const siteId = siteIdOf(body);
  const office = siteId ? await findOfficeOfShop(ctx, siteId) : undefined;
  if (!office) throw new DomainError("invalid_notification", { reason: "unknown_shop" });

  const shop = systempayShopOf(office);
  const message = readMessage(shop, body);
  if (message.kind !== "payment") {
    log.info({ gateway: "systempay", kind: message.kind }, "notification that is not a payment");
    return "unchanged";
  }
  const { outcome } = message;
  const payment = await findPaymentByReference(ctx, "systempay", outcome.reference);
  if (!payment) throw new DomainError("not_found", { reference: outcome.reference });
  // The shop may have changed its mode since: a test never settles what production asked, nor the reverse.
  if (payment.mode !== shop.mode) throw new DomainError("invalid_notification", { reason: "wrong_mode" });

  const verdict = await settlePayment(ctx, payment.id, outcome);
  await recordNotice(ctx, { gateway: "systempay", paymentId: payment.id, body, verdict });
  return verdict;
}
