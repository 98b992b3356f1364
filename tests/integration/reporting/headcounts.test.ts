import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { paymentIncidents, slotOccurrences } from "@/db/schema";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { countOpenIncidents, listHeadcounts } from "@/lib/reporting/queries/headcounts";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { aFamilyAndAnEvening } from "../../support/factories";

const friday = "2026-09-18";
const agent = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

test("counts a place held in a cart apart from a child who is expected", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay", dates: [friday] });

  expect(await listHeadcounts(ctx, friday)).toMatchObject([
    { activity: "Périscolaire", slot: "Soir", facility: "Jules-Ferry", capacity: 10, expected: 0, inCarts: 1 },
  ]);

  const payment = await aPaymentAtTheBank(guardian, order);
  await settlePayment(ctx, payment.id, anOutcome(payment));

  expect(await listHeadcounts(ctx, friday)).toMatchObject([{ expected: 1, inCarts: 0, toApprove: 0 }]);
});

test("shows an empty slot, a closed one, and nothing of another day", async ({ ctx }) => {
  const { occurrence } = await aFamilyAndAnEvening(ctx, { occurrence: { date: friday } });
  await ctx.db.update(slotOccurrences).set({ closedReason: "Grève" }).where(eq(slotOccurrences.id, occurrence.id));

  expect(await listHeadcounts(ctx, friday)).toMatchObject([{ expected: 0, closedReason: "Grève" }]);
  expect(await listHeadcounts(ctx, "2026-09-19")).toEqual([]);
});

test("counts the incidents that nobody has resolved", async ({ ctx }) => {
  const incident = { kind: "amount_mismatch", detail: {}, at: ctx.now };
  await ctx.db.insert(paymentIncidents).values([incident, { ...incident, resolvedAt: ctx.now }]);

  expect(await countOpenIncidents(ctx)).toBe(1);
});

test("opens to each agent what is theirs", async ({ ctx }) => {
  const { guardian } = await aFamilyAndAnEvening(ctx);
  const forbidden = { code: "forbidden" };

  expect(await listHeadcounts(agent(ctx, "animator"), friday)).toHaveLength(1);
  expect(await countOpenIncidents(agent(ctx, "revenue_officer"))).toBe(0);
  await expect(countOpenIncidents(agent(ctx, "animator"))).rejects.toMatchObject(forbidden);
  await expect(listHeadcounts(guardian, friday)).rejects.toMatchObject(forbidden);
});
