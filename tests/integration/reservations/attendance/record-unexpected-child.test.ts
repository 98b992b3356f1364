import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { activities, auditEvents, reservations, slotOccurrences, tariffVersions } from "@/db/schema";
import { recordUnexpectedChild } from "@/lib/reservations/attendance/record-unexpected-child";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../../support/database";
import { aChild, anotherFamily, aPerson } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { agent, anEveningToPoint, changesOf, recordsOf, reservationsOf, takenOn, touch } from "./at-the-gate";

test("pays the price of that day and the surcharge, with its trace", async ({ ctx }) => {
  const { animator, household, cell, occurrence } = await anEveningToPoint(ctx, { unbookedSurchargeCents: 250 });
  const sister = await aChild(ctx, household, { firstName: "Lisa" });

  const recorded = await recordUnexpectedChild(animator, touch({ ...cell, childId: sister.id }));

  expect(recorded).toEqual({ status: "attended_unbooked" });
  expect(await reservationsOf(ctx, sister.id)).toMatchObject([
    {
      householdId: household.id,
      occurrenceId: occurrence.id,
      status: "attended_unbooked",
      priceCents: 550,
      paidCents: 0,
      pricing: { method: "flat", surchargeCents: 250 },
    },
  ]);
  expect((await changesOf(ctx)).at(-1)).toMatchObject({ status: "attended_unbooked", reason: "unexpected" });
  expect((await recordsOf(ctx)).at(-1)).toMatchObject({ state: "present", found: "cancelled" });
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "attendance.unexpected"));
  expect(events).toMatchObject([{ householdId: household.id, data: { priceCents: 550 } }]);
});

test("holds no place: a full slot refuses nobody who is there", async ({ ctx }) => {
  const { animator, household, cell, occurrence } = await anEveningToPoint(ctx);
  await ctx.db.update(slotOccurrences).set({ capacity: 1 }).where(eq(slotOccurrences.id, occurrence.id));
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  await recordUnexpectedChild(animator, touch({ ...cell, childId: sister.id }));
  expect(await takenOn(ctx, occurrence)).toBe(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a free service stays free", async ({ ctx }) => {
  const { animator, household, cell, activity } = await anEveningToPoint(ctx, { unbookedSurchargeCents: 250 });
  await ctx.db.update(activities).set({ billingMode: "free" }).where(eq(activities.id, activity.id));
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  await recordUnexpectedChild(animator, touch({ ...cell, childId: sister.id }));
  expect(await reservationsOf(ctx, sister.id)).toMatchObject([{ priceCents: 0, pricing: { method: "free" } }]);
});

test("a request that nobody confirmed becomes it, and gives its place back", async ({ ctx }) => {
  const { animator, activity, cell, occurrence } = await anEveningToPoint(ctx, { unbookedSurchargeCents: 250 });
  await ctx.db.update(activities).set({ billingMode: "prepaid" }).where(eq(activities.id, activity.id));
  const other = await anotherFamily(ctx, activity);
  const asked = { ...cell, childId: other.child.id };
  await requestSlots(other.guardian, { householdId: other.household.id, cells: [asked] });
  await recordUnexpectedChild(animator, touch(asked));
  expect(await reservationsOf(ctx, other.child.id)).toMatchObject([
    { status: "attended_unbooked", awaiting: null, holdExpiresAt: null, priceCents: 550 },
  ]);
  expect(await takenOn(ctx, occurrence)).toBe(1);
});

test("a child who was booked after all is pointed present, without a surcharge", async ({ ctx }) => {
  const { animator, cell, child } = await anEveningToPoint(ctx, { unbookedSurchargeCents: 250 });
  expect(await recordUnexpectedChild(animator, touch(cell))).toEqual({ status: "attended" });
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended", priceCents: 300 }]);
});

test("added by several animators at the same moment, and sent twice, is one reservation", async ({
  committed: ctx,
}) => {
  const { animator, household, cell } = await anEveningToPoint(ctx);
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  const taps = [0, 1, 2].map((minute) => touch({ ...cell, childId: sister.id }, -minute));
  await Promise.all([...taps, ...taps].map((tap) => recordUnexpectedChild(animator, tap)));
  expect(await reservationsOf(ctx, sister.id)).toMatchObject([{ status: "attended_unbooked" }]);
  expect(await recordsOf(ctx)).toHaveLength(3);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses a closed slot, a day without a tariff, and someone who is nobody's child", async ({ ctx }) => {
  const { animator, household, cell, occurrence } = await anEveningToPoint(ctx);
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  const tap = touch({ ...cell, childId: sister.id });

  const stranger = await aPerson(ctx);
  const nobody = recordUnexpectedChild(animator, touch({ ...cell, childId: stranger.id }));
  await expect(nobody).rejects.toMatchObject({ code: "not_found" });

  await ctx.db.update(tariffVersions).set({ validFrom: "2027-01-01" });
  await expect(recordUnexpectedChild(animator, tap)).rejects.toMatchObject({ code: "price_unknown" });

  await ctx.db.update(reservations).set({ status: "cancelled" });
  await ctx.db.update(slotOccurrences).set({ closedReason: "Grève" }).where(eq(slotOccurrences.id, occurrence.id));
  await expect(recordUnexpectedChild(animator, tap)).rejects.toMatchObject({ code: "slot_closed" });
});

test("is for those who stand at the gate", async ({ ctx }) => {
  const { guardian, cell } = await anEveningToPoint(ctx);
  for (const who of [guardian, agent(ctx, "admin")]) {
    await expect(recordUnexpectedChild(who, touch(cell))).rejects.toMatchObject({ code: "forbidden" });
  }
});
