import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { paymentNotices } from "@/db/schema";
import { inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { recordNotice } from "@/lib/payments/record-notice";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";

test("keeps a bank's message as received, as often as it comes, and nobody deletes it", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const { id: paymentId } = await aPaymentAtTheBank(guardian, order);
  const notice = { gateway: "systempay", paymentId, body: "vads_amount=300&é", verdict: "paid" } as const;

  await recordNotice(ctx, notice);
  await recordNotice(later(ctx, 1), { ...notice, verdict: "unchanged" });

  expect(await ctx.db.select().from(paymentNotices).orderBy(paymentNotices.id)).toMatchObject([
    { ...notice, receivedAt: ctx.now },
    { ...notice, verdict: "unchanged", receivedAt: later(ctx, 1).now },
  ]);
  const deletion = inTransaction(ctx, ({ db }) => db.execute(sql`delete from payment_notices`));
  expect(await deletion.catch(violatedConstraint)).toBe("payment_notices_append_only");
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const { id: paymentId } = await aPaymentAtTheBank(guardian, order);
  const forged = recordNotice(guardian, { gateway: "systempay", paymentId, body: "", verdict: "paid" });
  await expect(forged).rejects.toMatchObject({ code: "forbidden" });
});
