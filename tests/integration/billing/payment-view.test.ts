import { describe, expect } from "vitest";
import { type PaymentState, payments, revenueOffices } from "@/db/schema";
import { getCart } from "@/lib/billing/cart/queries";
import { checkPayment } from "@/lib/billing/check-payment";
import { getPaymentView } from "@/lib/billing/payment-view";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { Context } from "@/lib/core/context";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart, anOutcome, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { anotherFamily, later } from "../../support/factories";
import { aPayfipBank } from "../../support/payfip-bank";

const bank = aPayfipBank();

async function atTheBank(ctx: Context) {
  const cart = await aCart(ctx, { gateway: "systempay", dates: ["2026-09-18", "2026-09-21"] });
  return { ...cart, payment: await aPaymentAtTheBank(cart.guardian, cart.order) };
}

test("says what was booked, with its receipt", async ({ ctx }) => {
  const { guardian, payment } = await atTheBank(ctx);
  await settlePayment(ctx, payment.id, anOutcome(payment));

  const view = await getPaymentView(guardian, payment.id);

  expect(view).toMatchObject({
    outcome: "confirmed",
    gateway: "systempay",
    test: true,
    amountCents: 600,
    orderReference: payment.orderReference,
    creditedCents: 0,
    canRetry: false,
  });
  expect(view.receiptId).toBeTruthy();
  expect(view.booked.map(({ date }) => date)).toEqual(["2026-09-18", "2026-09-21"]);
});

describe("says where it stands", () => {
  const outcomes: [Exclude<PaymentState, "paid">, string][] = [
    ["initiated", "pending"],
    ["pending", "pending"],
    ["refused", "refused"],
    ["cancelled", "abandoned"],
    ["expired", "expired"],
    ["failed", "unavailable"],
  ];
  for (const [status, outcome] of outcomes) {
    test(`${status}: ${outcome}`, async ({ ctx }) => {
      const { guardian, payment } = await atTheBank(ctx);
      await ctx.db.update(payments).set({ status });
      expect(await getPaymentView(guardian, payment.id)).toMatchObject({
        outcome,
        receiptId: null,
        booked: [],
        creditedCents: 0,
        canRetry: true,
      });
    });
  }
});

test("given up on PayFiP’s page, it may be tried again at once, though the bank is still asked", async ({ ctx }) => {
  const { guardian, order, household } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "A");
  await checkPayment(later(ctx, 3), id);

  expect(await getPaymentView(later(guardian, 3), id)).toMatchObject({ outcome: "abandoned", canRetry: true });
  expect((await getCart(later(guardian, 3), household.id)).blocks[0]?.openPaymentId).toBeNull();
  expect(await thePayment(ctx, id)).toMatchObject({ status: "pending", nextCheckAt: later(ctx, 5).now });

  bank.says(reference, "P");
  await checkPayment(later(ctx, 5), id);
  expect(await getPaymentView(later(guardian, 5), id)).toMatchObject({ outcome: "confirmed" });
});

test("has nothing to retry once the places are gone", async ({ ctx }) => {
  const { guardian, payment } = await atTheBank(ctx);
  await settlePayment(ctx, payment.id, anOutcome(payment, "refused"));
  await expireHolds(later(ctx, 25));
  expect(await getPaymentView(later(guardian, 26), payment.id)).toMatchObject({ outcome: "refused", canRetry: false });
});

test("says what was kept as credit, and what was booked all the same", async ({ ctx }) => {
  const { guardian, payment, household, cells } = await atTheBank(ctx);
  await withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 1) });
  await settlePayment(ctx, payment.id, anOutcome(payment));
  const view = await getPaymentView(guardian, payment.id);
  expect(view).toMatchObject({ outcome: "credited", creditedCents: 300, booked: [{ date: "2026-09-21" }] });
});

test("says that money is real", async ({ ctx }) => {
  const { guardian, payment } = await atTheBank(ctx);
  await ctx.db.update(payments).set({ mode: "PRODUCTION" });
  expect(await getPaymentView(guardian, payment.id)).toMatchObject({ test: false });
  await ctx.db.update(payments).set({ mode: "W" });
  await ctx.db.update(revenueOffices).set({ name: "Régie" });
  expect(await getPaymentView(guardian, payment.id)).toMatchObject({ test: false });
});

test("is not another family's to see", async ({ ctx }) => {
  const { guardian, payment, activity, household } = await atTheBank(ctx);
  const other = await anotherFamily(ctx, activity);
  await expect(getPaymentView(other.guardian, payment.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getPaymentView(guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getPaymentView(guardian, "1")).rejects.toMatchObject({ code: "not_found" });
  await expect(getPaymentView({ ...ctx, actor: { kind: "visitor" } }, payment.id)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
