import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import {
  activities,
  auditEvents,
  bookingWindows,
  emails,
  enrollments,
  households,
  reservations,
  slotOccurrences,
} from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { getDay } from "@/lib/reservations/queries/day";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aFullEvening, nth, statesOf } from "../../../support/waiting";

test("offers the freed place to the first: held for a day, and every guardian is told once", async ({ ctx }) => {
  const { guardian, taken, occurrence } = await aFullEvening(ctx, {
    waiting: 2,
    closesAt: new Date("2026-09-15T22:00:00Z"),
  });
  expect(await offerWaitingPlaces(ctx)).toBe(0);
  await cancelReservations(guardian, taken);

  expect(await offerWaitingPlaces(ctx)).toBe(1);
  expect(await offerWaitingPlaces(ctx)).toBe(0);

  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "requested/answer", "waitlisted"]);
  const [offered] = await ctx.db.select().from(reservations).where(eq(reservations.awaiting, "answer"));
  expect(offered?.holdExpiresAt).toEqual(addMinutes(ctx.now, 24 * 60));
  expect(await ctx.db.select().from(emails)).toMatchObject([{ template: "waiting-place-offered" }]);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "waiting-place.offered"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("unanswered, it passes on to the next; the first is not asked twice", async ({ ctx }) => {
  const { guardian, taken, occurrence } = await aFullEvening(ctx, { waiting: 2 });
  await cancelReservations(guardian, taken);
  await offerWaitingPlaces(ctx);

  expect(await expireHolds(later(ctx, 24 * 60))).toBe(1);
  expect(await offerWaitingPlaces(later(ctx, 24 * 60))).toBe(1);

  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "refused", "requested/answer"]);
});

test("near the deadline there is still an hour to answer", async ({ ctx }) => {
  const { guardian, taken, occurrence } = await aFullEvening(ctx);
  const now = addMinutes(occurrence.bookingClosesAt, -10);
  await cancelReservations({ ...guardian, now }, taken);
  await offerWaitingPlaces({ ...ctx, now });
  const [offered] = await ctx.db.select().from(reservations).where(eq(reservations.awaiting, "answer"));
  expect(offered?.holdExpiresAt).toEqual(addMinutes(now, 60));
});

test("who may not come any more leaves the list when their turn comes", async ({ ctx }) => {
  const { guardian, taken, occurrence, others } = await aFullEvening(ctx, { waiting: 2 });
  const left = nth(others, 0);
  await ctx.db.update(enrollments).set({ endsOn: "2026-09-10" }).where(eq(enrollments.childId, left.child.id));
  await cancelReservations(guardian, taken);
  await offerWaitingPlaces(ctx);
  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "refused", "requested/answer"]);
});

test("a capacity that is raised serves as many", async ({ ctx }) => {
  const { occurrence } = await aFullEvening(ctx, { waiting: 3 });
  await ctx.db.update(slotOccurrences).set({ capacity: 3 }).where(eq(slotOccurrences.id, occurrence.id));
  expect(await offerWaitingPlaces(ctx)).toBe(2);
  expect(await statesOf(ctx, occurrence)).toEqual(["booked", "requested/answer", "requested/answer", "waitlisted"]);
});

test("when booking has ended, or the day is closed, the list is closed", async ({ ctx }) => {
  const late = await aFullEvening(ctx);
  expect(await offerWaitingPlaces({ ...ctx, now: late.occurrence.bookingClosesAt })).toBe(0);
  expect(await statesOf(ctx, late.occurrence)).toEqual(["booked", "refused"]);

  const shut = await aFullEvening(ctx);
  await cancelReservations(shut.guardian, shut.taken);
  await ctx.db.update(slotOccurrences).set({ closedReason: "grève" }).where(eq(slotOccurrences.id, shut.occurrence.id));
  await offerWaitingPlaces(ctx);
  expect(await statesOf(ctx, shut.occurrence)).toEqual(["cancelled", "refused"]);
});

test("where the activity says so, children of the commune pass first, and the rank tells it; never at the canteen", async ({
  ctx,
}) => {
  const { guardian, taken, occurrence, others, activity, cell } = await aFullEvening(ctx, {
    waiting: 2,
    activity: { waitingOrder: "residents" },
  });
  const elsewhere = nth(others, 0);
  const { householdId } = elsewhere.input;
  await ctx.db.update(households).set({ tariffCategory: "nonResident" }).where(eq(households.id, householdId));
  const rankOf = async () => {
    const { lines } = await getDay(elsewhere.guardian, { householdId, date: cell.date });
    return lines[0]?.children[0]?.act?.text.match(/\d+e?r? de la liste/)?.[0];
  };
  expect(await rankOf()).toBe("2e de la liste");
  await ctx.db.update(activities).set({ kind: "lunch" }).where(eq(activities.id, activity.id));
  expect(await rankOf()).toBe("1er de la liste");
  await ctx.db.update(activities).set({ kind: "wednesday" }).where(eq(activities.id, activity.id));

  await cancelReservations(guardian, taken);
  expect(await offerWaitingPlaces(ctx)).toBe(1);
  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "waitlisted", "requested/answer"]);
});

test("a window set meanwhile makes the list wait for its opening, and closes it at its end", async ({ ctx }) => {
  const { guardian, taken, occurrence, activity } = await aFullEvening(ctx);
  await cancelReservations(guardian, taken);
  const days = { activityId: activity.id, firstDay: "2026-09-01", lastDay: "2026-09-30" };
  const [opensAt, closesAt] = [addMinutes(ctx.now, 60), addMinutes(ctx.now, 120)];
  await ctx.db.insert(bookingWindows).values({ ...days, opensAt, closesAt });

  expect(await offerWaitingPlaces(ctx)).toBe(0);
  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "waitlisted"]);
  expect(await offerWaitingPlaces({ ...ctx, now: closesAt })).toBe(0);
  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "refused"]);
});

test("several runs at the same moment offer one place once", async ({ committed: ctx }) => {
  const { guardian, taken, occurrence } = await aFullEvening(ctx, { waiting: 3 });
  await cancelReservations(guardian, taken);
  await Promise.all(Array.from({ length: 4 }, () => offerWaitingPlaces(ctx)));
  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "requested/answer", "waitlisted", "waitlisted"]);
  const [row] = await ctx.db
    .select()
    .from(slotOccurrences)
    .where(and(eq(slotOccurrences.id, occurrence.id)));
  expect(row).toMatchObject({ taken: 1, waiting: 2 });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian } = await aFullEvening(ctx);
  await expect(offerWaitingPlaces(guardian)).rejects.toMatchObject({ code: "forbidden" });
});
