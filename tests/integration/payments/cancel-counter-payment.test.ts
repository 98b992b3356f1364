import { expect } from "vitest";
import { paymentCancellations } from "@/db/schema";
import { cancelCounterPayment } from "@/lib/payments/cancel-counter-payment";
import { recordCounterPayment } from "@/lib/payments/record-counter-payment";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aMemberOfStaff } from "../accounts/agents/staff";

test("marks a payment of the counter withdrawn, once, and never one of a bank", async ({ ctx }) => {
  const { guardian, order, account } = await aCart(ctx, { gateway: "systempay" });
  const online = await aPaymentAtTheBank(guardian, order);
  const { agent, id } = await aMemberOfStaff(ctx, "revenue_officer");
  const paymentId = await recordCounterPayment(agent, {
    submissionKey: crypto.randomUUID(),
    ...account,
    means: "cash",
    detail: {},
    amountCents: 1500,
    subject: "Versement sur le compte",
  });
  const withdrawal = { paymentId: paymentId ?? "", reason: "Erreur de saisie" };

  expect(await cancelCounterPayment(agent, withdrawal)).toEqual({ ...account, amountCents: 1500 });
  expect(await ctx.db.select().from(paymentCancellations)).toEqual([
    { ...withdrawal, cancelledBy: id, cancelledAt: ctx.now },
  ]);
  expect(await codeOf(cancelCounterPayment(agent, withdrawal))).toBe("already_decided");
  expect(await codeOf(cancelCounterPayment(agent, { ...withdrawal, paymentId: online.id }))).toBe("not_found");
  expect(await codeOf(cancelCounterPayment(guardian, withdrawal))).toBe("forbidden");
});
