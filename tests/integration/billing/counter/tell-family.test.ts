import { expect } from "vitest";
import { emails } from "@/db/schema";
import { tellFamily } from "@/lib/billing/counter/tell-family";
import { asSystem } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";

test("writes to each parent once, with the quittance", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  const parents = [await guardianOf(ctx, household), await guardianOf(ctx, household)];
  const quittance = {
    householdId: household.id,
    paymentId: crypto.randomUUID(),
    receiptId: crypto.randomUUID(),
    number: "QUI-2026-R1-000001",
  };

  await tellFamily(asSystem(ctx, "test"), quittance);
  await tellFamily(asSystem(ctx, "test"), quittance);

  const sent = await ctx.db.select().from(emails);
  expect(sent).toHaveLength(parents.length);
  expect(sent[0]).toMatchObject({
    template: "counter-payment",
    payload: { receiptId: quittance.receiptId, receiptNumber: quittance.number },
  });
  expect(await codeOf(tellFamily(parents[0] ?? ctx, quittance))).toBe("forbidden");
});
