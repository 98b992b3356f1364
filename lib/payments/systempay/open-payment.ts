import { DomainError } from "@/lib/core/errors";
import type { PaymentOrder, PaymentRedirect } from "../gateway";
import type { SystempayShop } from "./shop";
import { sign } from "./sign";
import { isShopTransId, referenceOf, transDate } from "./trans-key";

const MAX_CENTS = 999_999_999_999;

/** `transId` comes from a counter per shop and UTC day: 000000 to 899999, burnt even by a try that is given up. */
type SystempayOrder = PaymentOrder & { transId: string };

/**
 * The signed form that the browser posts: no call is made. A signature joins values by `+` without their names, so a
 * payer whose address is `a+978+…+AUTHORISED+b@…` could read a paid notification into it: no value has a `+`, and an
 * address that has one is not sent.
 */
export function openPayment(shop: SystempayShop, order: SystempayOrder): PaymentRedirect {
  assertAccepted(shop, order);
  const fields = fieldsOf(shop, order);
  return {
    reference: referenceOf(shop.siteId, transDate(order.now), order.transId),
    url: shop.url,
    fields: { ...fields, signature: sign(fields, shop.key) },
  };
}

function fieldsOf(shop: SystempayShop, order: SystempayOrder): Record<string, string> {
  const email = clean(order.payerEmail);
  return {
    vads_action_mode: "INTERACTIVE",
    vads_amount: String(order.amountCents),
    vads_contrib: "portail-famille",
    vads_ctx_mode: shop.mode,
    vads_currency: "978",
    ...(!email.includes("+") && { vads_cust_email: email }),
    vads_language: "fr",
    vads_order_id: order.orderReference,
    vads_order_info: clean(order.subject).replaceAll("+", " ").slice(0, 255).trimEnd(),
    vads_page_action: "PAYMENT",
    vads_payment_config: "SINGLE",
    vads_return_mode: "GET",
    vads_site_id: shop.siteId,
    vads_trans_date: transDate(order.now),
    vads_trans_id: order.transId,
    vads_url_check: order.notificationUrl,
    vads_url_return: order.returnUrl,
    vads_version: "V2",
  };
}

/** Before signing, as the gateway reads it: no angle bracket, one line, no space around. */
const clean = (text: string): string =>
  text
    .replace(/[<>]/g, "")
    .replace(/[\r\n]+/g, " ")
    .trim();

const isAddress = (value: string): boolean => URL.canParse(value) && !value.includes("+");

function assertAccepted(shop: SystempayShop, order: SystempayOrder): void {
  const { amountCents: amount, payerEmail } = order;
  if (amount < 1) throw new DomainError("amount_too_small", { amount });
  if (amount > MAX_CENTS) throw new DomainError("amount_too_large", { amount });
  if (!/^[^\s@]+@[^\s@]+$/.test(clean(payerEmail)) || payerEmail.length > 127)
    throw new DomainError("payer_email_refused");

  const formats = {
    siteId: /^\d{8}$/.test(shop.siteId),
    key: shop.key !== "",
    amount: Number.isInteger(amount),
    orderReference: /^[A-Za-z0-9_-]{1,63}$/.test(order.orderReference),
    transId: isShopTransId(order.transId),
    notificationUrl: isAddress(order.notificationUrl),
    returnUrl: isAddress(order.returnUrl),
  };
  for (const [field, accepted] of Object.entries(formats)) {
    if (!accepted) throw new DomainError("gateway_misconfigured", { field });
  }
}
