import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, reservations, slotOccurrences } from "@/db/schema";
import type { AttendanceInput } from "@/lib/reservations/attendance/input";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { agent, anEveningToPoint, at, changesOf, recordsOf, reservationsOf, takenOn, touch } from "./at-the-gate";

describe("a child who was booked", () => {
  test("is there: kept with who, when and what was found", async ({ ctx }) => {
    const { animator, cell, child, household, occurrence } = await anEveningToPoint(ctx);

    expect(await recordAttendance(animator, { ...touch(cell), state: "present" })).toEqual({ status: "attended" });

    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended", priceCents: 300 }]);
    expect(await recordsOf(ctx)).toMatchObject([{ state: "present", found: "booked", recordedAt: animator.now }]);
    expect((await changesOf(ctx)).at(-1)).toMatchObject({ status: "attended", reason: "pointed", actorKind: "agent" });
    const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "attendance.recorded"));
    expect(event).toMatchObject({ householdId: household.id });
    expect(await takenOn(ctx, occurrence)).toBe(1);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("is not there: charged, and the place is free", async ({ ctx }) => {
    const { animator, cell, child, occurrence } = await anEveningToPoint(ctx);
    await recordAttendance(animator, { ...touch(cell), state: "absent" });
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "absent_charged" }]);
    expect(await takenOn(ctx, occurrence)).toBe(0);
  });

  test("was excused: stays so when nobody comes, is there when they come", async ({ ctx }) => {
    const { animator, cell, child } = await anEveningToPoint(ctx);
    await ctx.db.update(reservations).set({ status: "absent_excused" });
    await recordAttendance(animator, { ...touch(cell), state: "absent" });
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "absent_excused" }]);
    await recordAttendance(animator, { ...touch(cell, 1), state: "present" });
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended" }]);
  });

  test("was announced away and comes to a full slot: there without a place, never refused", async ({ ctx }) => {
    const { animator, cell, child, occurrence } = await anEveningToPoint(ctx);
    await ctx.db.update(reservations).set({ status: "absent_excused" });
    await ctx.db.update(slotOccurrences).set({ capacity: 0 }).where(eq(slotOccurrences.id, occurrence.id));
    await recordAttendance(animator, { ...touch(cell), state: "present" });
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended_unbooked" }]);
    expect(await takenOn(ctx, occurrence)).toBe(0);
  });

  test("has asked to cancel: what becomes of it stays an agent's to decide", async ({ ctx }) => {
    const { animator, cell } = await anEveningToPoint(ctx);
    await ctx.db.update(reservations).set({ status: "cancellation_requested" });
    expect(await recordAttendance(animator, { ...touch(cell), state: "absent" })).toEqual({
      status: "cancellation_requested",
    });
  });
});

describe("a touch that comes again, late or beside another", () => {
  test("counts once, however often it is sent", async ({ ctx }) => {
    const { animator, cell } = await anEveningToPoint(ctx);
    const tap: AttendanceInput = { ...touch(cell), state: "present" };
    for (let i = 0; i < 3; i += 1) expect(await recordAttendance(animator, tap)).toEqual({ status: "attended" });
    expect(await recordsOf(ctx)).toHaveLength(1);
    expect(await changesOf(ctx)).toHaveLength(2);
  });

  test("the last finger wins, whichever message arrives first; both are kept", async ({ ctx }) => {
    const { animator, cell, child } = await anEveningToPoint(ctx);
    await recordAttendance(animator, { ...touch(cell, 0), state: "absent" });
    await recordAttendance(animator, { ...touch(cell, -10), state: "present" });
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "absent_charged" }]);
    expect(await recordsOf(ctx)).toMatchObject([
      { state: "absent", found: "booked" },
      { state: "present", found: null },
    ]);
  });

  test("a clock that is ahead does not win for ever", async ({ ctx }) => {
    const { animator, cell, child } = await anEveningToPoint(ctx);
    await recordAttendance(animator, { ...touch(cell, 600), state: "absent" });
    await recordAttendance({ ...animator, now: new Date(at(5)) }, { ...touch(cell, 5), state: "present" });
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended" }]);
  });

  test("of two animators at the same moment: no error, one state, two records", async ({ committed: ctx }) => {
    const { animator, cell, child } = await anEveningToPoint(ctx);
    const taps = [0, 1, 2, 3, 4, 5].map(
      (minute) => ({ ...touch(cell, -minute), state: minute % 2 ? "absent" : "present" }) as const,
    );
    await Promise.all(taps.flatMap((tap) => [recordAttendance(animator, tap), recordAttendance(animator, tap)]));
    expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended" }]);
    expect(await recordsOf(ctx)).toHaveLength(6);
    expect(await checkInvariants(ctx)).toEqual([]);
  });
});

test("a child who is not expected after all comes as unexpected; an absence of theirs is nothing", async ({ ctx }) => {
  const { animator, cell, child } = await anEveningToPoint(ctx);
  await ctx.db.update(reservations).set({ status: "cancelled" });
  expect(await recordAttendance(animator, { ...touch(cell), state: "absent" })).toEqual({ status: "cancelled" });
  expect(await recordAttendance(animator, { ...touch(cell), state: "present" })).toEqual({
    status: "attended_unbooked",
  });
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "cancelled" }, { status: "attended_unbooked" }]);
});

test("refuses a day that has not come", async ({ ctx }) => {
  const { animator, cell } = await anEveningToPoint(ctx);
  const early = { ...animator, now: new Date("2026-09-17T14:00:00Z") };
  const refused = recordAttendance(early, { ...touch(cell), state: "present" });
  await expect(refused).rejects.toMatchObject({ code: "attendance_too_early" });
});

test("is for those who stand at the gate", async ({ ctx }) => {
  const { guardian, cell } = await anEveningToPoint(ctx);
  const tap: AttendanceInput = { ...touch(cell), state: "present" };
  for (const who of [guardian, agent(ctx, "admin"), agent(ctx, "revenue_officer")]) {
    await expect(recordAttendance(who, tap)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("what was pointed is never rewritten", async ({ ctx }) => {
  const { animator, cell } = await anEveningToPoint(ctx);
  await recordAttendance(animator, { ...touch(cell), state: "present" });
  const rewriting = ctx.db.transaction((tx) => tx.execute(sql`update attendance_records set state = 'absent'`));
  await expect(rewriting).rejects.toMatchObject({ cause: { constraint_name: "attendance_records_append_only" } });
});
