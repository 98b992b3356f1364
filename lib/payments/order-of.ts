import { env } from "@/lib/core/env";
import type { PaymentOrder } from "./gateway";
import type { Payment } from "./queries";

/** What a bank is asked, from the row of a payment alone: the same order each time it is drawn. */
export function orderOf({ id, gateway, createdAt, ...payment }: Payment): PaymentOrder {
  const { appUrl } = env();
  return {
    amountCents: payment.amountCents,
    subject: payment.subject,
    orderReference: payment.orderReference,
    payerEmail: payment.payerEmail,
    now: createdAt,
    notificationUrl: `${appUrl}/api/paiements/${gateway}/notification`,
    returnUrl: `${appUrl}/paiement/retour/${id}`,
  };
}
