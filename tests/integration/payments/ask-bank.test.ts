import { describe, expect } from "vitest";
import { payments } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { askBank } from "@/lib/payments/ask-bank";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { aPayfipBank } from "../../support/payfip-bank";

const bank = aPayfipBank();

describe("PayFiP", () => {
  for (const [word, minutes, status, means] of [
    ["P", 3, "paid", "card"],
    ["V", 3, "paid", "direct_debit"],
    ["R", 3, "refused", "card"],
    ["Z", 3, "refused", "direct_debit"],
    ["A", 19, "pending", undefined],
    ["A", 20, "cancelled", undefined],
  ] as const) {
    test(`${word} after ${minutes} minutes is ${status}`, async ({ ctx }) => {
      const { guardian, order } = await aCart(ctx);
      const payment = await aPaymentAtTheBank(guardian, order);
      bank.says(payment.reference, word);
      const { reference, orderReference } = payment;
      expect(await askBank(later(ctx, minutes), payment)).toMatchObject({
        reference,
        orderReference,
        status,
        amountCents: 300,
        ...(means && { means }),
      });
    });
  }

  test("nothing yet is waited for, then expired; forgotten is expired at once", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx);
    const payment = await aPaymentAtTheBank(guardian, order);
    expect(await askBank(later(ctx, 19), payment)).toMatchObject({ status: "pending" });
    expect(await askBank(later(ctx, 20), payment)).toMatchObject({ status: "expired" });
    bank.forgets(payment.reference);
    expect(await askBank(later(ctx, 1), payment)).toMatchObject({ status: "expired" });
  });

  test("trouble changes nothing", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx);
    const payment = await aPaymentAtTheBank(guardian, order);
    for (const trouble of ["502", "999"] as const) {
      bank.isInTrouble(trouble);
      expect(await askBank(later(ctx, 60), payment)).toBeNull();
    }
  });

  for (const [field, value] of [
    ["refdet", "PF000000AUTRE"],
    ["numcli", "006382"],
    ["saisie", "W"],
  ] as const) {
    test(`an answer with another ${field} is not about this payment`, async ({ ctx }) => {
      const { guardian, order } = await aCart(ctx);
      const payment = await aPaymentAtTheBank(guardian, order);
      bank.says(payment.reference, "P", { [field]: value });
      await expect(askBank(ctx, payment)).rejects.toMatchObject({ code: "payment_mismatch", details: { field } });
    });
  }
});

test("Systempay cannot be asked: its silence ends the attempt after an hour and a quarter", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const payment = await aPaymentAtTheBank(guardian, order);
  expect(await askBank(later(ctx, 74), payment)).toBeNull();
  expect(await askBank(later(ctx, 75), payment)).toMatchObject({
    status: "expired",
    reference: payment.reference,
    amountCents: null,
  });
  expect(bank.calls()).toEqual([]);
});

test("a payment that no bank ever knew ends with its holds", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  await checkout(guardian, order);
  const [row] = await ctx.db.select().from(payments);
  const payment = await thePayment(ctx, row?.id ?? "");
  expect(await askBank(later(ctx, 24), payment)).toBeNull();
  expect(await askBank(later(ctx, 25), payment)).toMatchObject({ status: "expired", reference: "" });
  expect(bank.calls()).toEqual([]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const payment = await aPaymentAtTheBank(guardian, order);
  await expect(askBank(guardian, payment)).rejects.toMatchObject({ code: "forbidden" });
});
