import { and, desc, eq, like, ne } from "drizzle-orm";
import { expect } from "vitest";
import { emails, ledgerTransactions, paymentIncidents, receipts, reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { aCart, aPaymentAtTheBank } from "../../support/carts";

export const twoDays = ["2026-09-18", "2026-09-21"];

export async function leftForTheBank(ctx: Context, { creditCents = 0, dates = twoDays } = {}) {
  const cart = await aCart(ctx, { gateway: "systempay", dates, creditCents });
  return { ...cart, payment: await aPaymentAtTheBank(cart.guardian, cart.order) };
}
export const statuses = async ({ db }: Context) =>
  (await db.select({ status: reservations.status }).from(reservations).orderBy(reservations.id)).map(
    ({ status }) => status,
  );
export const mails = async ({ db }: Context) =>
  (await db.select().from(emails).orderBy(emails.template)).map(({ template, recipient, payload }) => ({
    template,
    recipient,
    payload,
  }));
export const theReceipt = async ({ db }: Context) =>
  (await db.select().from(receipts).orderBy(desc(receipts.number)))[0];
export const incidents = async ({ db }: Context) =>
  (await db.select().from(paymentIncidents).orderBy(paymentIncidents.id)).map(({ kind }) => kind);

/** Nothing was booked, credited, numbered or said, but that the bank refused. */
export async function expectNothingDone(ctx: Context) {
  expect(await ctx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.kind, "payment"))).toEqual([]);
  expect(await ctx.db.select().from(receipts)).toEqual([]);
  expect(
    await ctx.db
      .select()
      .from(emails)
      .where(and(like(emails.template, "payment-%"), ne(emails.template, "payment-failed"))),
  ).toEqual([]);
  expect(await statuses(ctx)).not.toContain("booked");
}
