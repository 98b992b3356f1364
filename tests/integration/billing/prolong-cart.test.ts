import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { prolongCart } from "@/lib/billing/cart/prolong-cart";
import type { Context } from "@/lib/core/context";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { anActivity, anotherFamily, later } from "../../support/factories";

const holdOf = async ({ db }: Context) => (await db.select().from(reservations))[0]?.holdExpiresAt;

test("keeps the places twenty minutes from now", async ({ ctx }) => {
  const { guardian, account } = await aCart(ctx);
  expect(await prolongCart(later(guardian, 15), account)).toBe(1);
  expect(await holdOf(ctx)).toEqual(later(ctx, 35).now);
});

test("up to an hour after the request, and no further", async ({ ctx }) => {
  const { guardian, account } = await aCart(ctx);
  for (const minutes of [15, 30, 45]) await prolongCart(later(guardian, minutes), account);
  expect(await holdOf(ctx)).toEqual(later(ctx, 60).now);
  expect(await prolongCart(later(guardian, 55), account)).toBe(0);
  expect(await holdOf(ctx)).toEqual(later(ctx, 60).now);
});

test("never revives a hold that is over", async ({ ctx }) => {
  const { guardian, account } = await aCart(ctx);
  expect(await prolongCart(later(guardian, 20), account)).toBe(0);
  expect(await holdOf(ctx)).toEqual(later(ctx, 20).now);
});

test("prolongs one régie's lines only", async ({ ctx }) => {
  const { guardian, account } = await aCart(ctx);
  const elsewhere = { ...account, revenueOfficeId: (await anActivity(ctx)).revenueOfficeId };
  expect(await prolongCart(later(guardian, 15), elsewhere)).toBe(0);
});

test("is not for another family", async ({ ctx }) => {
  const { account, activity } = await aCart(ctx);
  const other = await anotherFamily(ctx, activity);
  await expect(prolongCart(other.guardian, account)).rejects.toMatchObject({ code: "not_found" });
});

test("one parent prolongs while the other withdraws, in another order, and neither waits for ever", async ({
  committed: ctx,
}) => {
  // The cart is read in the order of the days; the requests were made in the reverse one.
  const dates = ["2026-09-29", "2026-09-28", "2026-09-25", "2026-09-24", "2026-09-22", "2026-09-21", "2026-09-18"];
  const { guardian, account, household, cells } = await aCart(ctx, { dates });

  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, (_, turn) => prolongCart(later(guardian, 5 + turn), account)),
    withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 3) }),
    withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(3, 6) }),
  ]);

  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
});
