import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, paymentIncidents } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { reportIncident } from "@/lib/payments/report-incident";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";

async function aPayment(ctx: Context) {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  return { guardian, paymentId: (await aPaymentAtTheBank(guardian, order)).id };
}

test("the same trouble of the same payment is one task, and one trace", async ({ ctx }) => {
  const { paymentId } = await aPayment(ctx);

  await reportIncident(ctx, { paymentId, kind: "amount_mismatch", detail: { vads_amount: "1" } });
  await reportIncident(later(ctx, 1), { paymentId, kind: "amount_mismatch", detail: { vads_amount: "2" } });
  await reportIncident(ctx, { paymentId, kind: "kept_as_credit", detail: {} });

  expect(await ctx.db.select().from(paymentIncidents).orderBy(paymentIncidents.id)).toMatchObject([
    { paymentId, kind: "amount_mismatch", detail: { vads_amount: "1" }, at: ctx.now, resolvedAt: null },
    { paymentId, kind: "kept_as_credit" },
  ]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment.reported"));
  expect(events.map(({ data }) => data)).toEqual([{ kind: "amount_mismatch" }, { kind: "kept_as_credit" }]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian, paymentId } = await aPayment(ctx);
  const report = reportIncident(guardian, { paymentId, kind: "amount_mismatch", detail: {} });
  await expect(report).rejects.toMatchObject({ code: "forbidden" });
});
