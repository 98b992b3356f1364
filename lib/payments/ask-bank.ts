import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PaymentOutcome } from "./gateway";
import { payfipClientOf } from "./payfip/client-of";
import { findOutcome } from "./payfip/find-outcome";
import { findOffice, type Payment } from "./queries";
import { PAYMENT_MINUTES, SILENT_MINUTES } from "./rules";

/**
 * What the bank knows of a payment, or null when nothing is to be changed. PayFiP can be asked at any time; Systempay's
 * form has no such call: its silence ends the attempt after a while, and a late notification may still revive it.
 */
export async function askBank(ctx: Context, payment: Payment): Promise<PaymentOutcome | null> {
  authorize(ctx, "payments:settle");

  const { reference, createdAt, orderReference } = payment;
  const silent = (minutes: number): PaymentOutcome | null =>
    ctx.now < addMinutes(createdAt, minutes)
      ? null
      : { reference: reference ?? "", status: "expired", amountCents: null, raw: { silence: String(minutes) } };
  if (!reference) return silent(PAYMENT_MINUTES);
  if (payment.gateway === "systempay") return silent(SILENT_MINUTES);

  const office = await findOffice(ctx, payment.revenueOfficeId);
  if (!office) throw new DomainError("not_found");
  return findOutcome(payfipClientOf(office), reference, { orderReference, createdAt, now: ctx.now });
}
