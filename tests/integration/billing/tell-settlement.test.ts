import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { emails } from "@/db/schema";
import { tellOffice, tellSettlement } from "@/lib/billing/tell-settlement";
import type { Context } from "@/lib/core/context";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";

const receipt = { id: "0b7e7c1e-3a51-4d6f-9a53-0a5a3c1f2b11", number: "REC2026000001" };
const booked = { bookedIds: [1], bookedCents: 300, missedCents: 0, leftCents: 0 };

async function aPayment(ctx: Context) {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  return { guardian, payment: await aPaymentAtTheBank(guardian, order) };
}

test("tells the payer once, and has the message sent", async ({ ctx }) => {
  const { payment } = await aPayment(ctx);

  await tellSettlement(ctx, payment, { receipt, booked });
  await tellSettlement(ctx, payment, { receipt, booked });

  const written = await ctx.db.select().from(emails);
  expect(written).toMatchObject([
    {
      template: "payment-confirmed",
      recipient: payment.payerEmail,
      dedupeKey: `payment:${payment.id}`,
      payload: { receiptId: receipt.id, receiptNumber: receipt.number },
    },
  ]);
  const jobs = await ctx.db.execute(sql`select task_identifier from graphile_worker.jobs`);
  expect(jobs.map(({ task_identifier: name }) => name)).toEqual(["send-email"]);
});

test("says when places were gone", async ({ ctx }) => {
  const { payment } = await aPayment(ctx);
  await tellSettlement(ctx, payment, { receipt, booked: { ...booked, missedCents: 300 } });
  expect(await ctx.db.select().from(emails)).toMatchObject([{ template: "payment-kept-as-credit" }]);
});

test("tells the régie once per trouble, without a name in it", async ({ ctx }) => {
  const { payment } = await aPayment(ctx);
  for (const kind of ["amount_mismatch", "amount_mismatch", "kept_as_credit"] as const) {
    await tellOffice(ctx, payment, { kind, amountCents: 1 });
  }
  const written = await ctx.db.select().from(emails).orderBy(emails.dedupeKey);
  expect(written.map(({ recipient, payload }) => ({ recipient, payload }))).toEqual(
    ["amount_mismatch", "kept_as_credit"].map((kind) => ({
      recipient: "regie@exemple.fr",
      payload: { kind, paymentReference: payment.orderReference, amountCents: 1 },
    })),
  );
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian, payment } = await aPayment(ctx);
  await expect(tellSettlement(guardian, payment, { receipt, booked })).rejects.toMatchObject({ code: "forbidden" });
  const toOffice = tellOffice(guardian, payment, { kind: "kept_as_credit", amountCents: 1 });
  await expect(toOffice).rejects.toMatchObject({ code: "forbidden" });
});
