import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { prolongHolds } from "@/lib/reservations/prolong-holds";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { anotherFamily, later } from "../../support/factories";

async function holds({ db }: Context) {
  const rows = await db
    .select({ id: reservations.id, until: reservations.holdExpiresAt })
    .from(reservations)
    .orderBy(asc(reservations.id));
  return { ids: rows.map(({ id }) => id), minutes: rows.map(({ until }) => until?.toISOString().slice(11, 16)) };
}

test("keeps places until the moment asked for", async ({ ctx }) => {
  const { household, guardian } = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const { ids: reservationIds, minutes } = await holds(ctx);
  expect(minutes).toEqual(["08:20", "08:20"]);

  const until = later(ctx, 45).now;
  expect(await prolongHolds(guardian, { householdId: household.id, reservationIds, until })).toBe(2);
  expect((await holds(ctx)).minutes).toEqual(["08:45", "08:45"]);
});

test("never shortens a hold, but still counts it as held", async ({ ctx }) => {
  const { household, guardian } = await aCart(ctx);
  const { ids: reservationIds } = await holds(ctx);
  const until = later(ctx, 5).now;
  expect(await prolongHolds(guardian, { householdId: household.id, reservationIds, until })).toBe(1);
  expect((await holds(ctx)).minutes).toEqual(["08:20"]);
});

test("never revives a hold that is over, swept or not", async ({ ctx }) => {
  const { household, guardian } = await aCart(ctx);
  const { ids: reservationIds } = await holds(ctx);
  const late = later(guardian, 20);
  const revival = { householdId: household.id, reservationIds, until: later(ctx, 60).now };

  expect(await prolongHolds(late, revival)).toBe(0);
  expect((await holds(ctx)).minutes).toEqual(["08:20"]);
  await expireHolds(later(ctx, 20));
  expect(await prolongHolds(guardian, revival)).toBe(0);
  expect((await holds(ctx)).minutes).toEqual([undefined]);
});

test("keeps nothing that no longer waits for a payment", async ({ ctx }) => {
  const { household, guardian } = await aCart(ctx, { activity: { approval: "manual" } });
  const { ids: reservationIds } = await holds(ctx);
  const until = later(ctx, 60).now;
  expect(await prolongHolds(guardian, { householdId: household.id, reservationIds, until })).toBe(0);
});

test("does nothing for nothing", async ({ ctx }) => {
  const { household, guardian } = await aCart(ctx);
  const until = later(ctx, 60).now;
  expect(await prolongHolds(guardian, { householdId: household.id, reservationIds: [], until })).toBe(0);
});

test("touches no other family, neither by name nor by number", async ({ ctx }) => {
  const { household, activity } = await aCart(ctx);
  const { ids: reservationIds } = await holds(ctx);
  const other = await anotherFamily(ctx, activity);
  const until = later(ctx, 60).now;

  const inTheirName = prolongHolds(other.guardian, { householdId: household.id, reservationIds, until });
  await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
  expect(await prolongHolds(other.guardian, { householdId: other.household.id, reservationIds, until })).toBe(0);
  const [theirs] = await ctx.db.select().from(reservations).where(eq(reservations.householdId, household.id));
  expect(theirs?.holdExpiresAt).toEqual(later(ctx, 20).now);
});
