import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { reservations, slotOccurrences } from "@/db/schema";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { recordUnexpectedChild } from "@/lib/reservations/attendance/record-unexpected-child";
import { undoAttendance } from "@/lib/reservations/attendance/undo-attendance";
import { test } from "../../../support/database";
import { aChild } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { agent, anEveningToPoint, at, changesOf, recordsOf, reservationsOf, takenOn, touch } from "./at-the-gate";

test("leads back to what the first touch had found, however many there were", async ({ ctx }) => {
  const { animator, cell, child, occurrence } = await anEveningToPoint(ctx);
  const later = { ...animator, now: new Date(at(10)) };
  await recordAttendance(animator, { ...touch(cell, 0), state: "present" });
  await recordAttendance(later, { ...touch(cell, 1), state: "absent" });

  expect(await undoAttendance(later, touch(cell, 2))).toEqual({ status: "booked" });

  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "booked" }]);
  expect((await changesOf(ctx)).at(-1)).toMatchObject({ status: "booked", reason: "pointing_undone" });
  expect(await takenOn(ctx, occurrence)).toBe(1);
  expect(await undoAttendance(later, touch(cell, 3))).toEqual({ status: "booked" });
  await recordAttendance(later, { ...touch(cell, 4), state: "absent" });
  expect(await undoAttendance(later, touch(cell, 5))).toEqual({ status: "booked" });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("an excused absence is excused again, a request to cancel waits again", async ({ ctx }) => {
  const { animator, cell } = await anEveningToPoint(ctx);
  const later = { ...animator, now: new Date(at(10)) };
  for (const [index, status] of (["absent_excused", "cancellation_requested"] as const).entries()) {
    await ctx.db.update(reservations).set({ status });
    await recordAttendance(later, { ...touch(cell, index * 2), state: "present" });
    expect(await undoAttendance(later, touch(cell, index * 2 + 1))).toEqual({ status });
  }
});

test("takes back a child added as unexpected: nothing is billed", async ({ ctx }) => {
  const { animator, household, cell } = await anEveningToPoint(ctx);
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  const hers = { ...cell, childId: sister.id };
  await recordUnexpectedChild(animator, touch(hers, -1));
  await undoAttendance(animator, touch(hers));
  expect(await reservationsOf(ctx, sister.id)).toMatchObject([{ status: "cancelled" }]);
});

test("sent twice counts once; an older one changes nothing", async ({ ctx }) => {
  const { animator, cell, child } = await anEveningToPoint(ctx);
  await recordAttendance(animator, { ...touch(cell, 0), state: "present" });
  await undoAttendance(animator, touch(cell, -5));
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended" }]);
  const tap = touch(cell, 0);
  await undoAttendance(animator, tap);
  expect(await undoAttendance(animator, tap)).toEqual({ status: "booked" });
  expect(await recordsOf(ctx)).toHaveLength(3);
});

test("refuses when the place has been given since", async ({ ctx }) => {
  const { animator, cell, occurrence } = await anEveningToPoint(ctx);
  await recordAttendance(animator, { ...touch(cell, -1), state: "absent" });
  await ctx.db.update(slotOccurrences).set({ capacity: 0 }).where(eq(slotOccurrences.id, occurrence.id));
  await expect(undoAttendance(animator, touch(cell))).rejects.toMatchObject({ code: "slot_full" });
});

test("refuses when an agent has decided otherwise since, and where nothing was ever booked", async ({ ctx }) => {
  const { animator, household, cell } = await anEveningToPoint(ctx);
  await recordAttendance(animator, { ...touch(cell, -1), state: "absent" });
  await ctx.db.update(reservations).set({ status: "booked" });
  await expect(undoAttendance(animator, touch(cell))).rejects.toMatchObject({ code: "changed_meanwhile" });
  const sister = await aChild(ctx, household, { firstName: "Lisa" });
  const nothing = undoAttendance(animator, touch({ ...cell, childId: sister.id }));
  await expect(nothing).rejects.toMatchObject({ code: "not_found" });
});

test("is for those who stand at the gate", async ({ ctx }) => {
  const { guardian, cell } = await anEveningToPoint(ctx);
  for (const who of [guardian, agent(ctx, "auditor")]) {
    await expect(undoAttendance(who, touch(cell))).rejects.toMatchObject({ code: "forbidden" });
  }
});
