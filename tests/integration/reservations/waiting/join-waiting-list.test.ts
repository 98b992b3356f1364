import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, slotOccurrences } from "@/db/schema";
import { requestSlots } from "@/lib/reservations/request-slots";
import { joinWaitingList } from "@/lib/reservations/waiting/join-waiting-list";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, anotherFamily } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aFullEvening, nth, statesOf } from "../../../support/waiting";

test("puts a child on the list of a full slot: no place is taken, the counter follows", async ({ ctx }) => {
  const { occurrence, others } = await aFullEvening(ctx, { waiting: 0 });
  expect(others).toEqual([]);
  const full = await aFullEvening(ctx, { waiting: 2 });

  expect(await statesOf(ctx, full.occurrence)).toEqual(["booked", "waitlisted", "waitlisted"]);
  const [row] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, full.occurrence.id));
  expect(row).toMatchObject({ taken: 1, waiting: 2 });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "waiting-list.joined"))).toHaveLength(2);
  expect(await statesOf(ctx, occurrence)).toEqual(["booked"]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses where there is a place, twice, and past the deadline", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  const input = { householdId: household.id, cells: [cell] };
  await expect(joinWaitingList(guardian, input)).rejects.toMatchObject({ code: "place_available" });

  const { activity, others, occurrence } = await aFullEvening(ctx);
  const first = nth(others, 0);
  await expect(joinWaitingList(first.guardian, first.input)).rejects.toMatchObject({ code: "already_booked" });
  const late = await anotherFamily(ctx, activity);
  const theirs = { householdId: late.household.id, cells: [{ ...nth(first.input.cells, 0), childId: late.child.id }] };
  const closed = { ...late.guardian, now: occurrence.bookingClosesAt };
  await expect(joinWaitingList(closed, theirs)).rejects.toMatchObject({ code: "booking_closed" });
});

test("a place that was freed is for those who wait, not for who passes by", async ({ ctx }) => {
  const { activity, cell, occurrence } = await aFullEvening(ctx);
  await ctx.db.update(slotOccurrences).set({ capacity: 2 }).where(eq(slotOccurrences.id, occurrence.id));
  const passer = await anotherFamily(ctx, activity);
  const theirs = { householdId: passer.household.id, cells: [{ ...cell, childId: passer.child.id }] };

  await expect(requestSlots(passer.guardian, theirs)).rejects.toMatchObject({ code: "slot_full" });
  const joined = await joinWaitingList(passer.guardian, theirs);
  expect(joined.cells).toMatchObject([{ code: "L" }]);
});

test("another family's child is not there", async ({ ctx }) => {
  const { household, others } = await aFullEvening(ctx);
  const stranger = nth(others, 0);
  const asThem = joinWaitingList(stranger.guardian, { ...stranger.input, householdId: household.id });
  await expect(asThem).rejects.toMatchObject({ code: "not_found" });
});

test("two parents joining at the same moment are one on the list", async ({ committed: ctx }) => {
  const { activity, cell, occurrence } = await aFullEvening(ctx, { waiting: 0 });
  const other = await anotherFamily(ctx, activity);
  const input = { householdId: other.household.id, cells: [{ ...cell, childId: other.child.id }] };
  const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => joinWaitingList(other.guardian, input)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await statesOf(ctx, occurrence)).toEqual(["booked", "waitlisted"]);
});
