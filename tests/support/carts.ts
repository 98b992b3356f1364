import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import * as schema from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import type { PaymentOutcome } from "@/lib/payments/gateway";
import { openPayment } from "@/lib/payments/open-payment";
import { requestSlots } from "@/lib/reservations/request-slots";
import { type ActivityValues, aFamilyAndAnEvening, anOccurrence, written } from "./factories";

type CartValues = {
  gateway?: schema.GatewayName;
  dates?: string[];
  creditCents?: number;
  activity?: ActivityValues;
};

/** A family whose cart holds an evening per date, at 3,00 € each: what most tests about money start from. */
export async function aCart(
  ctx: Context,
  { gateway = "payfip", dates = ["2026-09-18"], creditCents = 0, activity }: CartValues = {},
) {
  const [date, ...others] = dates;
  const family = await aFamilyAndAnEvening(ctx, { activity: { gateway, ...activity }, occurrence: { date } });
  for (const date of others) await anOccurrence(ctx, family.slot, { date });
  const { household, guardian, cell } = family;
  const { revenueOfficeId } = family.activity;
  if (creditCents > 0) await aCredit(ctx, { householdId: household.id, revenueOfficeId, cents: creditCents });

  const cells = dates.map((date) => ({ ...cell, date }));
  const totalCents = Math.max(0, dates.length * 300 - creditCents);
  await requestSlots(guardian, { householdId: household.id, cells });
  return {
    ...family,
    cells,
    account: { householdId: household.id, revenueOfficeId },
    order: { householdId: household.id, revenueOfficeId, expectedTotalCents: totalCents },
  };
}

/** Money that the family has at the régie already. */
export const aCredit = (
  ctx: Context,
  { cents, ...account }: { householdId: string; revenueOfficeId: string; cents: number },
) =>
  inTransaction(asSystem(ctx, "test"), (ctx) =>
    postEntries(ctx, {
      ...account,
      kind: "adjustment",
      reference: `adjustment:${randomUUID()}`,
      label: "Report de solde",
      debit: "loss",
      credit: "household",
      amountCents: cents,
    }),
  );

type Order = { householdId: string; revenueOfficeId: string; expectedTotalCents: number };

/** The cart is checked out and its payer has left for the bank: the payment as it then stands. */
export async function aPaymentAtTheBank(guardian: Context, order: Order) {
  const { paymentId } = await checkout(guardian, order);
  if (!paymentId) throw new Error("nothing was left to pay");
  await openPayment(asSystem(guardian, "checkout"), paymentId);
  return thePayment(guardian, paymentId);
}

/** An online payment as it stands. */
export async function thePayment({ db }: Context, id: string) {
  const { gateway, payerEmail, ...payment } = await written(
    db.select().from(schema.payments).where(eq(schema.payments.id, id)),
  );
  if (!gateway || !payerEmail) throw new Error("this payment was taken at the counter");
  return { ...payment, gateway, payerEmail };
}

/** A bank's answer about a payment, as its adapter reads it. */
export const anOutcome = (
  payment: Pick<typeof schema.payments.$inferSelect, "reference" | "orderReference" | "amountCents">,
  status: PaymentOutcome["status"] = "paid",
  changes: Partial<PaymentOutcome> = {},
): PaymentOutcome => ({
  reference: payment.reference ?? "",
  orderReference: payment.orderReference,
  status,
  amountCents: payment.amountCents,
  means: "card",
  bankReference: "A55A01",
  raw: { said: status },
  ...changes,
});

/** The same family once its evenings are booked, paid with the credit of its account: 3,00 € each, nothing left. */
export async function aPaidCart(ctx: Context, values: Omit<CartValues, "creditCents"> = {}) {
  const family = await aCart(ctx, { ...values, creditCents: (values.dates?.length ?? 1) * 300 });
  await checkout(family.guardian, family.order);
  return family;
}

/** What the account holds. */
export const balanceOf = (ctx: Context, account: { householdId: string; revenueOfficeId: string }) =>
  getBalance(asSystem(ctx, "test"), account);
