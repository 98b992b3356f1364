import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { payments, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { nextCheckAfter } from "./rules";

type PaymentRequest = {
  householdId: string;
  revenueOfficeId: string;
  amountCents: number;
  subject: string;
  payerEmail: string;
};

/** PayFiP takes nothing under one euro (protocols §2.4); better said before leaving for the bank. */
const PAYFIP_MINIMUM = 100;

/** Writes a payment before any bank is called, so that nothing can be paid that we do not know of. Returns its id. */
export async function initiatePayment(ctx: Context, request: PaymentRequest): Promise<string> {
  authorize(ctx, "cart:pay", request);

  const [office] = await ctx.db
    .select({ gateway: revenueOffices.gateway, settings: revenueOffices.gatewaySettings })
    .from(revenueOffices)
    .where(eq(revenueOffices.id, request.revenueOfficeId));
  if (!office) throw new DomainError("not_found");
  if (office.gateway === "payfip" && request.amountCents < PAYFIP_MINIMUM) throw new DomainError("amount_too_small");

  const [payment] = await ctx.db
    .insert(payments)
    .values({
      ...request,
      gateway: office.gateway,
      mode: "saisie" in office.settings ? office.settings.saisie : office.settings.mode,
      orderReference: newOrderReference(ctx.now),
      createdAt: ctx.now,
      nextCheckAt: nextCheckAfter(ctx.now, ctx.now),
    })
    .returning({ id: payments.id });
  if (!payment) throw new Error("no payment was written");
  await recordEvent(ctx, {
    type: "payment.initiated",
    subjectId: payment.id,
    householdId: request.householdId,
    data: { amountCents: request.amountCents },
  });
  return payment.id;
}

/** Letters and digits only, as PayFiP's refdet wants; read over the phone without mistake. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const newOrderReference = (now: Date): string =>
  `PF${now.toISOString().slice(2, 10).replaceAll("-", "")}${[...randomBytes(10)].map((byte) => alphabet[byte % alphabet.length]).join("")}`;
