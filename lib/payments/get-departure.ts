import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { asSystem } from "@/lib/core/context";
import { assertUuid } from "@/lib/core/uuid";
import type { PaymentRedirect } from "./gateway";
import { orderOf } from "./order-of";
import { payfipClientOf } from "./payfip/client-of";
import { toPayerPage } from "./payfip/create-payment";
import { findOffice, findPayment } from "./queries";
import { DEPARTURE_MINUTES, isOpen } from "./rules";
import { openPayment } from "./systempay/open-payment";
import { systempayShopOf } from "./systempay/shop-of";

/**
 * The way to the bank of a payment that was opened: PayFiP's page, or the signed form that the payer's browser posts to
 * Systempay, drawn again from the payment. Nothing is kept nor opened here, and a bank takes the same payment once
 * (protocols §2.8, §6.2). Undefined when it is not open, or when it is too late for its places to be still kept at the end.
 */
export async function getDeparture(ctx: Context, paymentId: string): Promise<PaymentRedirect | undefined> {
  assertUuid(paymentId);
  const system = asSystem(ctx, "departure");
  const payment = await findPayment(system, paymentId);
  authorize(ctx, "cart:pay", { householdId: payment?.householdId ?? "" });
  if (!payment?.reference || !isOpen(payment.status)) return undefined;
  if (ctx.now >= addMinutes(payment.createdAt, DEPARTURE_MINUTES)) return undefined;

  const office = await findOffice(system, payment.revenueOfficeId);
  if (office && payment.gateway === "payfip") {
    const client = payfipClientOf(office);
    return client.saisie === payment.mode ? toPayerPage(client, payment.reference) : undefined;
  }
  const shop = office && systempayShopOf(office);
  const transId = payment.reference.split("-").at(-1);
  if (!shop || !transId || shop.mode !== payment.mode) return undefined;
  return openPayment(shop, { ...orderOf(payment), transId });
}
