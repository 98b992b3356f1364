import { expect } from "vitest";
import { paymentIncidents, receipts } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { checkPayment } from "@/lib/billing/check-payment";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { aPayfipBank } from "../../support/payfip-bank";

const bank = aPayfipBank();

test("asks the bank and settles what it says", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  expect(await checkPayment(later(ctx, 2), id)).toBe("unchanged");

  bank.says(reference, "P");
  expect(await checkPayment(later(ctx, 4), id)).toBe("paid");

  expect(await ctx.db.select().from(receipts)).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("asks no more about what is paid", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "V");
  await checkPayment(ctx, id);
  const calls = bank.calls().length;
  expect(await checkPayment(ctx, id)).toBe("unchanged");
  expect(bank.calls()).toHaveLength(calls);
});

test("changes nothing when the bank is in trouble", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "P");
  bank.isInTrouble("502");
  expect(await checkPayment(later(ctx, 60), id)).toBe("unchanged");
  expect(await thePayment(ctx, id)).toMatchObject({ status: "pending" });
});

test("a cancelled payment is one when its payer can no longer come back, and is still found paid", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "A");
  expect(await checkPayment(later(ctx, 5), id)).toBe("unchanged");
  expect(await checkPayment(later(ctx, 20), id)).toBe("updated");
  expect(await thePayment(ctx, id)).toMatchObject({ status: "cancelled" });

  bank.says(reference, "P");
  expect(await checkPayment(later(ctx, 22), id)).toBe("paid");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("books no other amount than the one asked", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "P", { montant: "1" });
  expect(await checkPayment(ctx, id)).toBe("amount_mismatch");
  expect(await ctx.db.select().from(paymentIncidents)).toMatchObject([{ detail: { montant: "1" } }]);
  expect(await ctx.db.select().from(receipts)).toEqual([]);
});

test("a payment that never reached its bank expires with its holds", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { paymentId } = await checkout(guardian, order);
  expect(await checkPayment(later(ctx, 24), paymentId ?? "")).toBe("unchanged");
  expect(await checkPayment(later(ctx, 25), paymentId ?? "")).toBe("updated");
  expect(await thePayment(ctx, paymentId ?? "")).toMatchObject({ status: "expired" });
});

test("is for the portal itself, and for a payment that exists", async ({ ctx }) => {
  const { guardian, order, household } = await aCart(ctx);
  const { id } = await aPaymentAtTheBank(guardian, order);
  await expect(checkPayment(guardian, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(checkPayment(ctx, household.id)).rejects.toMatchObject({ code: "not_found" });
});
