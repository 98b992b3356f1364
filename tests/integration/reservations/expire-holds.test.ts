import { asc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { persons, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { inTransaction } from "@/lib/core/context";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { aFamilyAndAnEvening, anotherFamily, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

const eightDays = ["2026-09-18", "2026-09-21", "2026-09-22", "2026-09-24", "2026-09-25", "2026-09-28", "2026-09-29"];

test("gives back the place of an unpaid request, to the second, and leaves its trace", async ({ ctx }) => {
  const { occurrence } = await aCart(ctx);

  expect(await expireHolds({ ...ctx, now: new Date(later(ctx, 20).now.getTime() - 1) })).toBe(0);
  expect(await expireHolds(later(ctx, 20))).toBe(1);

  expect(await ctx.db.select().from(reservations)).toMatchObject([
    { status: "refused", awaiting: null, holdExpiresAt: null },
  ]);
  const [freed] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(freed?.taken).toBe(0);
  const changes = await ctx.db.select().from(reservationChanges).orderBy(asc(reservationChanges.id));
  expect(changes[1]).toMatchObject({ status: "refused", reason: "hold_expired", actorKind: "system", accountId: null });
});

test("does it once, however often it runs", async ({ ctx }) => {
  await aCart(ctx);
  expect(await expireHolds(later(ctx, 20))).toBe(1);
  expect(await expireHolds(later(ctx, 21))).toBe(0);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("leaves alone what waits for the structure, and what is booked", async ({ ctx }) => {
  await aCart(ctx, { activity: { approval: "manual" } });
  await aCart(ctx, { activity: { billingMode: "billed" } });
  expect(await expireHolds(later(ctx, 100_000))).toBe(0);
});

test("the child may ask again afterwards", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx);
  await expireHolds(later(ctx, 20));
  const again = requestSlots(later(guardian, 21), { householdId: household.id, cells: [cell] });
  await expect(again).resolves.toMatchObject({ cells: [{ code: "P" }] });
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian } = await aCart(ctx);
  await expect(expireHolds(guardian)).rejects.toMatchObject({ code: "forbidden" });
  const agent = { kind: "agent", accountId: guardian.actor.accountId, role: "admin" } as const;
  await expect(expireHolds({ ...ctx, actor: agent })).rejects.toMatchObject({ code: "forbidden" });
});

test("goes in batches, so that an opening day locks little at a time", async ({ ctx }) => {
  const { household, occurrence } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 1000 } });
  const crowd = await ctx.db
    .insert(persons)
    .values(Array.from({ length: 501 }, () => ({ firstName: "Aya", lastName: "Benali", createdAt: ctx.now })))
    .returning({ id: persons.id });
  const unpaid = {
    householdId: household.id,
    occurrenceId: occurrence.id,
    status: "requested",
    awaiting: "payment",
  } as const;
  const pricing = { tariff: "Soir", validFrom: "2026-01-01", category: "resident", method: "flat" } as const;
  await ctx.db.insert(reservations).values(
    crowd.map(({ id }) => ({
      ...unpaid,
      childId: id,
      holdExpiresAt: ctx.now,
      priceCents: 300,
      pricing,
      requestedAt: ctx.now,
    })),
  );

  expect([await expireHolds(ctx), await expireHolds(ctx), await expireHolds(ctx)]).toEqual([500, 1, 0]);
  const [freed] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(freed?.taken).toBe(0);
});

test("two sweepers at the same moment give each place back once", async ({ committed: ctx }) => {
  await aCart(ctx, { dates: eightDays });

  const counts = await Promise.all(Array.from({ length: 6 }, () => expireHolds(later(ctx, 30))));

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(eightDays.length);
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject(eightDays.map(() => ({ taken: 0 })));
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("never waits for a request that someone is busy with: it is swept the next time", async ({ committed: ctx }) => {
  const { cell } = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });

  await inTransaction(ctx, async (busy) => {
    await busy.db.execute(sql`
      select from reservations r join slot_occurrences o on o.id = r.occurrence_id where o.date = ${cell.date} for update of r`);
    expect(await expireHolds(later(ctx, 20))).toBe(1);
  });
  expect(await expireHolds(later(ctx, 20))).toBe(1);
});

test("the place given back and asked for at the same moment is held by one child", async ({ committed: ctx }) => {
  const { household, guardian, activity, cell } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 1 } });
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  const others = await Promise.all(Array.from({ length: 8 }, () => anotherFamily(ctx, activity)));

  await Promise.allSettled([
    ...others.map((other) =>
      requestSlots(later(other.guardian, 25), {
        householdId: other.household.id,
        cells: [{ ...cell, childId: other.child.id }],
      }),
    ),
    expireHolds(later(ctx, 25)),
  ]);

  const live = await ctx.db.select().from(reservations).where(eq(reservations.status, "requested"));
  expect(live.length).toBeLessThanOrEqual(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});
