import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { aFamilyAndAnEvening, anOccurrence, anotherFamily, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

test("takes a request back, frees its place and says so", async ({ ctx }) => {
  const { household, guardian, cell, occurrence } = await aCart(ctx);

  const change = await withdrawRequests(guardian, { householdId: household.id, cells: [cell] });

  expect(change).toEqual({
    cells: [{ ...cell, code: "." }],
    cart: { count: 0, totalCents: 0, holdExpiresAt: null },
  });
  const [freed] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(freed?.taken).toBe(0);
  const changes = ctx.db.select().from(reservationChanges).orderBy(asc(reservationChanges.id));
  expect(await changes).toMatchObject([
    { status: "requested", actorKind: "guardian", accountId: guardian.actor.accountId },
    { status: "cancelled", reason: "withdrawn", actorKind: "guardian", accountId: guardian.actor.accountId },
  ]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "reservation.withdrawn"));
  expect(events).toMatchObject([{ householdId: household.id, accountId: guardian.actor.accountId }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("takes back what waits for the structure", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx, { activity: { approval: "manual" } });
  const { cells } = await withdrawRequests(guardian, { householdId: household.id, cells: [cell] });
  expect(cells).toEqual([{ ...cell, code: "." }]);
});

test("the place that was the last is free for another family", async ({ ctx }) => {
  const { household, guardian, activity, cell } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 1 } });
  const other = await anotherFamily(ctx, activity);
  const theirs = { householdId: other.household.id, cells: [{ ...cell, childId: other.child.id }] };
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await expect(requestSlots(other.guardian, theirs)).rejects.toMatchObject({ code: "slot_full" });

  await withdrawRequests(guardian, { householdId: household.id, cells: [cell] });

  await expect(requestSlots(other.guardian, theirs)).resolves.toMatchObject({ cells: [{ code: "P" }] });
});

test("says that the deadline has passed meanwhile", async ({ ctx }) => {
  const { household, guardian, cell, occurrence } = await aCart(ctx);
  const late = { ...guardian, now: occurrence.bookingClosesAt };
  const { cells } = await withdrawRequests(late, { householdId: household.id, cells: [cell] });
  expect(cells).toEqual([{ ...cell, code: "x" }]);
});

test("a cell named twice in one gesture is one withdrawal", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx);
  await withdrawRequests(guardian, { householdId: household.id, cells: [cell, cell] });
  expect(await ctx.db.select({ status: reservations.status }).from(reservations)).toEqual([{ status: "cancelled" }]);
});

test("takes nothing back of a gesture when one cell is no request", async ({ ctx }) => {
  const { household, guardian, cell, slot } = await aCart(ctx);
  const free = await anOccurrence(ctx, slot, { date: "2026-09-21" });

  const withdrawal = withdrawRequests(guardian, {
    householdId: household.id,
    cells: [cell, { ...cell, date: free.date }],
  });

  await expect(withdrawal).rejects.toMatchObject({ code: "cannot_withdraw" });
  expect(await ctx.db.select({ status: reservations.status }).from(reservations)).toEqual([{ status: "requested" }]);
});

test("taken back again by who never heard the answer, says what is there and changes nothing", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx);
  const withdrawal = { householdId: household.id, cells: [cell] };
  const first = await withdrawRequests(guardian, withdrawal);
  expect(await withdrawRequests(later(guardian, 1), withdrawal)).toEqual(first);
  const changes = await ctx.db.select({ status: reservationChanges.status }).from(reservationChanges);
  expect(changes).toEqual([{ status: "requested" }, { status: "cancelled" }]);
});

test("refuses a place that is booked: it is cancelled by its own rules", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx, { activity: { billingMode: "billed" } });
  const withdrawal = withdrawRequests(guardian, { householdId: household.id, cells: [cell] });
  await expect(withdrawal).rejects.toMatchObject({ code: "cannot_withdraw" });
});

test("answers another family's request like a missing one", async ({ ctx }) => {
  const { household, cell, activity } = await aCart(ctx);
  const other = await anotherFamily(ctx, activity);

  const inTheirName = withdrawRequests(other.guardian, { householdId: household.id, cells: [cell] });
  await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
  const inOurName = withdrawRequests(other.guardian, { householdId: other.household.id, cells: [cell] });
  await expect(inOurName).rejects.toMatchObject({ code: "cannot_withdraw" });
  expect(await ctx.db.select({ status: reservations.status }).from(reservations)).toEqual([{ status: "requested" }]);
});

test("refuses a visitor, and an agent without the right", async ({ ctx }) => {
  const { household, cell } = await aCart(ctx);
  const withdrawal = { householdId: household.id, cells: [cell] };
  const visitor = withdrawRequests({ ...ctx, actor: { kind: "visitor" } }, withdrawal);
  await expect(visitor).rejects.toMatchObject({ code: "unauthenticated" });
  const auditor = { kind: "agent", accountId: household.id, role: "auditor" } as const;
  await expect(withdrawRequests({ ...ctx, actor: auditor }, withdrawal)).rejects.toMatchObject({ code: "forbidden" });
});

test("two parents taking back the same request do it once", async ({ committed: ctx }) => {
  const { household, guardian, cell } = await aCart(ctx);
  const withdrawal = { householdId: household.id, cells: [cell] };

  const told = await Promise.all(Array.from({ length: 8 }, () => withdrawRequests(guardian, withdrawal)));

  expect(told.map(({ cells }) => cells)).toEqual(told.map(() => [{ ...cell, code: "." }]));
  expect(await ctx.db.select().from(reservationChanges)).toHaveLength(2);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("families who request and withdraw the same slot again and again never stand in each other's way", async ({
  committed: ctx,
}) => {
  const { activity, cell } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 50 } });
  const families = await Promise.all(Array.from({ length: 12 }, () => anotherFamily(ctx, activity)));
  const cart = ({ household, child }: (typeof families)[number]) => ({
    householdId: household.id,
    cells: [{ ...cell, childId: child.id }],
  });
  const [some, others] = [families.slice(0, 6), families.slice(6)];
  await Promise.all(some.map((family) => requestSlots(family.guardian, cart(family))));
  for (let round = 0; round < 12; round += 1) {
    const [come, go] = round % 2 === 0 ? [others, some] : [some, others];
    await Promise.all([
      ...come.map((family) => requestSlots(family.guardian, cart(family))),
      ...go.map((family) => withdrawRequests(family.guardian, cart(family))),
    ]);
  }
  expect(await checkInvariants(ctx)).toEqual([]);
});
