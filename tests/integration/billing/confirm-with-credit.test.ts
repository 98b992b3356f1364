import { expect } from "vitest";
import { auditEvents, emails, reservations } from "@/db/schema";
import { confirmWithCredit } from "@/lib/billing/cart/confirm-with-credit";
import { listCartsAtCounter } from "@/lib/billing/cart/queries";
import { aSiteManager } from "../../support/absences";
import { aCart, balanceOf } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { checkInvariants } from "../../support/invariants";

test("an agent confirms a cart with the credit of its account: booked, charged once, the family told", async ({
  ctx,
}) => {
  const { household, account, guardian } = await aCart(ctx, { creditCents: 500 });
  const agent = await aSiteManager(ctx, household);
  expect(await listCartsAtCounter(agent, household.id)).toMatchObject([
    { count: 1, subtotalCents: 300, balanceCents: 500 },
  ]);

  await confirmWithCredit(agent, account);

  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "booked", paidCents: 300 }]);
  expect(await balanceOf(ctx, account)).toBe(200);
  const types = (await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).map(({ type }) => type);
  expect(types).toContain("cart.confirmed-by-agent");
  expect((await ctx.db.select().from(emails)).map(({ template }) => template)).toContain("assisted-change");
  expect(await codeOf(confirmWithCredit(agent, account))).toBe("cart_empty");
  expect(await codeOf(confirmWithCredit(guardian, account))).toBe("forbidden");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("never more than the account holds, and by who may only", async ({ ctx }) => {
  const { household, account } = await aCart(ctx, { creditCents: 299 });
  const agent = await aSiteManager(ctx, household);
  expect(await codeOf(confirmWithCredit(agent, account))).toBe("credit_short");
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "requested" }]);
  const animator = { ...agent, actor: { ...agent.actor, role: "animator" as const } };
  expect(await codeOf(confirmWithCredit(animator, account))).toBe("forbidden");
});

test("twice at the same moment: charged once", async ({ committed: ctx }) => {
  const { household, account } = await aCart(ctx, { creditCents: 600 });
  const agent = await aSiteManager(ctx, household);
  const outcomes = await Promise.all([1, 2].map(() => codeOf(confirmWithCredit(agent, account))));
  expect(outcomes.toSorted()).toEqual(["cart_empty", "done"]);
  expect(await balanceOf(ctx, account)).toBe(300);
});
