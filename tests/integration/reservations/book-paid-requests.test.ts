import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { bookPaidRequests, lockUnpaidRequests } from "@/lib/reservations/book-paid-requests";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";

const idsOf = async ({ db }: Context) =>
  (await db.select({ id: reservations.id }).from(reservations).orderBy(reservations.id)).map(({ id }) => id);

test("finds the requests that still wait for their payment, in the order of their numbers", async ({ ctx }) => {
  await aCart(ctx, { dates: ["2026-09-21", "2026-09-18"] });
  const ids = await idsOf(ctx);
  const waiting = await lockUnpaidRequests(ctx, ids.toReversed());
  expect(waiting).toEqual(ids.map((id) => ({ id, priceCents: 300 })));
});

test("a hold that is over but not swept yet still has its place", async ({ ctx }) => {
  await aCart(ctx);
  expect(await lockUnpaidRequests(later(ctx, 500), await idsOf(ctx))).toHaveLength(1);
});

test("leaves out what is withdrawn, expired, booked or waiting for the structure", async ({ ctx }) => {
  const { household, guardian, cells } = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  await withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 1) });
  await expireHolds(later(ctx, 30));
  await aCart(ctx, { activity: { billingMode: "billed" } });
  await aCart(ctx, { activity: { approval: "manual" } });
  expect(await lockUnpaidRequests(ctx, await idsOf(ctx))).toEqual([]);
});

test("books them, keeps their places and writes who, when and why", async ({ ctx }) => {
  const { occurrence } = await aCart(ctx);
  const ids = await idsOf(ctx);

  await bookPaidRequests(ctx, await lockUnpaidRequests(ctx, ids));

  expect(await ctx.db.select().from(reservations)).toMatchObject([
    { status: "booked", awaiting: null, holdExpiresAt: null, paidCents: 300 },
  ]);
  const [held] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(held?.taken).toBe(1);
  const [change] = await ctx.db.select().from(reservationChanges).orderBy(desc(reservationChanges.id)).limit(1);
  expect(change).toMatchObject({
    status: "booked",
    reason: "paid",
    effectCents: 300,
    actorKind: "system",
    at: ctx.now,
  });
});

test("books nothing of nothing", async ({ ctx }) => {
  await bookPaidRequests(ctx, []);
  expect(await ctx.db.select().from(reservationChanges)).toEqual([]);
});

test("is for the portal itself: a guardian cannot book without paying", async ({ ctx }) => {
  const { guardian } = await aCart(ctx);
  const ids = await idsOf(ctx);
  await expect(lockUnpaidRequests(guardian, ids)).rejects.toMatchObject({ code: "forbidden" });
  await expect(bookPaidRequests(guardian, [])).rejects.toMatchObject({ code: "forbidden" });
});
