import { and, eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import type { PaymentRedirect } from "./gateway";
import { orderOf } from "./order-of";
import { payfipClientOf } from "./payfip/client-of";
import { createPayment } from "./payfip/create-payment";
import { findOffice, findPayment, type Office, type Payment } from "./queries";
import { nextTransId } from "./systempay/next-trans-id";
import { openPayment as openForm } from "./systempay/open-payment";
import { systempayShopOf } from "./systempay/shop-of";

/**
 * Opens an initiated payment at its régie's bank and says where the browser goes. Outside any transaction: a bank that
 * does not answer must not hold a lock. When the bank refuses, the payment is failed and the cart stays as it was. A
 * payment is opened once: a new try is a new payment.
 */
export async function openPayment(ctx: Context, paymentId: string): Promise<PaymentRedirect> {
  authorize(ctx, "payments:settle");

  const payment = await findPayment(ctx, paymentId);
  const office = payment && (await findOffice(ctx, payment.revenueOfficeId));
  if (!payment || !office) throw new DomainError("not_found");
  if (payment.status !== "initiated") throw new DomainError("cart_changed");

  const redirect = await ask(ctx, payment, office).catch(async (error: unknown) => {
    log.error({ error, paymentId, gateway: payment.gateway }, "payment could not be opened");
    await ctx.db
      .update(payments)
      .set({ status: "failed", nextCheckAt: null })
      .where(and(eq(payments.id, paymentId), eq(payments.status, "initiated")));
    await recordEvent(ctx, { type: "payment.failed", subjectId: paymentId, householdId: payment.householdId });
    throw error;
  });
  const [opened] = await ctx.db
    .update(payments)
    .set({ status: "pending", reference: redirect.reference })
    .where(and(eq(payments.id, paymentId), eq(payments.status, "initiated")))
    .returning({ id: payments.id });
  // Nobody is sent to pay under a reference that we do not know.
  if (!opened) throw new DomainError("cart_changed");
  return redirect;
}

async function ask(ctx: Context, payment: Payment, office: Office): Promise<PaymentRedirect> {
  if (payment.gateway === "payfip") return createPayment(payfipClientOf(office), orderOf(payment));
  const shop = systempayShopOf(office);
  return openForm(shop, { ...orderOf(payment), transId: await nextTransId(ctx, shop.siteId, payment.createdAt) });
}
