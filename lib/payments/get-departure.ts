import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { asSystem } from "@/lib/core/context";
import { assertUuid } from "@/lib/core/uuid";
import type { PaymentRedirect } from "./gateway";
import { orderOf } from "./order-of";
import { findOffice, findPayment } from "./queries";
import { isOpen } from "./rules";
import { openPayment } from "./systempay/open-payment";
import { systempayShopOf } from "./systempay/shop-of";

/**
 * The signed form that the payer's browser posts to the bank, drawn again from the payment: nothing is kept nor opened
 * here. Undefined when there is no such form to post any more.
 */
export async function getDeparture(ctx: Context, paymentId: string): Promise<PaymentRedirect | undefined> {
  assertUuid(paymentId);
  const system = asSystem(ctx, "departure");
  const payment = await findPayment(system, paymentId);
  authorize(ctx, "cart:pay", { householdId: payment?.householdId ?? "" });
  if (payment?.gateway !== "systempay" || !payment.reference || !isOpen(payment.status)) return undefined;

  const office = await findOffice(system, payment.revenueOfficeId);
  const transId = payment.reference.split("-").at(-1);
  return office && transId ? openPayment(systempayShopOf(office), { ...orderOf(payment), transId }) : undefined;
}
