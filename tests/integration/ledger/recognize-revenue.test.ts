import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { ledgerTransactions, reservations } from "@/db/schema";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem, type Context } from "@/lib/core/context";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import { recognizeRevenue } from "@/lib/ledger/recognize-revenue";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

const DAY = 24 * 60;

/** Two evenings paid in advance, one of them gone by ten days later. */
async function twoEvenings(ctx: Context) {
  const cart = await aCart(ctx, { gateway: "systempay", dates: ["2026-09-18", "2026-10-30"] });
  const payment = await aPaymentAtTheBank(cart.guardian, cart.order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  return { ...cart, job: later(asSystem(ctx, "job"), 10 * DAY) };
}

const accountsOf = async ({ db }: Context) => {
  const rows = await db.execute<{ account: string; cents: number }>(
    sql`select account, (-sum(amount_cents))::int as cents from ledger_entries group by 1`,
  );
  return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
};

/** As an absence excused late does: the family has its money again, from what was held for it. */
async function giveBack(ctx: Context, account: { householdId: string; revenueOfficeId: string }) {
  const [first] = await ctx.db.select().from(reservations).orderBy(reservations.id);
  await postEntries(asSystem(ctx, "test"), {
    ...account,
    kind: "cancellation",
    reference: `reservation:${first?.id}:change:1`,
    label: "Absence excusée",
    debit: "deferred_revenue",
    credit: "household",
    amountCents: 300,
  });
  await ctx.db
    .update(reservations)
    .set({ paidCents: 0 })
    .where(eq(reservations.id, first?.id ?? 0));
}

test("counts what is delivered as revenue, once, and leaves what is to come", async ({ ctx }) => {
  const { job, guardian, account } = await twoEvenings(ctx);

  expect(await recognizeRevenue(job)).toEqual({ recognized: 1, reversed: 0 });
  expect(await recognizeRevenue(job)).toEqual({ recognized: 0, reversed: 0 });
  expect(await accountsOf(ctx)).toMatchObject({ deferred_revenue: 300, revenue: 300 });
  expect(await getBalance(guardian, account)).toBe(0);
  expect(await checkInvariants(ctx)).toEqual([]);
  expect(await codeOf(recognizeRevenue(guardian))).toBe("forbidden");
});

test("an absence excused before or after leaves the same accounts", async ({ ctx }) => {
  const { job, guardian, account } = await twoEvenings(ctx);

  await recognizeRevenue(job);
  await giveBack(ctx, account);
  expect(await recognizeRevenue(job)).toEqual({ recognized: 0, reversed: 1 });
  expect(await recognizeRevenue(job)).toEqual({ recognized: 0, reversed: 0 });
  const after = await accountsOf(ctx);
  expect(after).toMatchObject({ deferred_revenue: 300, revenue: 0 });
  expect(await getBalance(guardian, account)).toBe(300);
});

test("an absence excused first is never counted", async ({ ctx }) => {
  const { job, account } = await twoEvenings(ctx);
  await giveBack(ctx, account);
  expect(await recognizeRevenue(job)).toEqual({ recognized: 0, reversed: 0 });
  expect(await accountsOf(ctx)).not.toHaveProperty("revenue");
});

test("two workers at the same moment count once", async ({ committed: ctx }) => {
  const { job } = await twoEvenings(ctx);
  const done = await Promise.all([recognizeRevenue(job), recognizeRevenue(job)]);
  expect(done.reduce((sum, { recognized }) => sum + recognized, 0)).toBe(1);
  expect(await ctx.db.$count(ledgerTransactions, eq(ledgerTransactions.kind, "recognition"))).toBe(1);
});
