import { expect } from "vitest";
import { payments } from "@/db/schema";
import { recordCounterPayment } from "@/lib/payments/record-counter-payment";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aHousehold, aRevenueOffice, guardianOf } from "../../support/factories";
import { aMemberOfStaff } from "../accounts/agents/staff";

test("writes a payment that is paid at once, and the same form once only", async ({ ctx }) => {
  const [household, office] = [await aHousehold(ctx), await aRevenueOffice(ctx)];
  const { agent, id } = await aMemberOfStaff(ctx, "revenue_officer");
  const payment = {
    submissionKey: crypto.randomUUID(),
    householdId: household.id,
    revenueOfficeId: office.id,
    means: "cash",
    detail: {},
    amountCents: 1500,
    subject: "Versement sur le compte",
  } as const;

  const paymentId = await recordCounterPayment(agent, payment);
  expect(await recordCounterPayment(agent, payment)).toBeUndefined();
  expect(await ctx.db.select().from(payments)).toMatchObject([
    { id: paymentId, gateway: null, means: "cash", status: "paid", settledAt: ctx.now, collectedBy: id },
  ]);

  expect(await codeOf(recordCounterPayment(await guardianOf(ctx, household), payment))).toBe("forbidden");
  expect(await codeOf(recordCounterPayment({ ...ctx, actor: { kind: "system", name: "test" } }, payment))).toBe(
    "forbidden",
  );
});
