import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, pickupAuthorizations, reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { getRollCall, listStates } from "@/lib/reservations/attendance/queries";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { recordDeparture } from "@/lib/reservations/attendance/record-departure";
import { undoAttendance } from "@/lib/reservations/attendance/undo-attendance";
import { test } from "../../../support/database";
import { type ActivityValues, later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { agent, anEveningToPoint, at, recordsOf, reservationsOf, touch } from "./at-the-gate";

/** Minutes after 16:40: the evening ends at 18:30, and ten more minutes are nobody's fault. */
const SIX = 80;
const TOLERATED = 120;
const LATE = 130;

/** A child who is there, and the animator at 19:00. */
async function aChildThere(ctx: Context, activity: ActivityValues = {}) {
  const evening = await anEveningToPoint(ctx, activity);
  await recordAttendance(evening.animator, { ...touch(evening.cell), state: "present" });
  return { ...evening, animator: later(evening.animator, 140) };
}

const jobsOf = (ctx: Context) =>
  ctx.db.execute<{ key: string }>("select key from graphile_worker.jobs where task_identifier = 'tell-late-pickup'");

test("keeps when the child left and with whom; said again, the later word counts", async ({ ctx }) => {
  const { animator, cell, child, household } = await aChildThere(ctx);

  expect(await recordDeparture(animator, touch(cell, SIX))).toEqual({ status: "attended" });
  await recordDeparture(animator, { ...touch(cell, SIX + 1), leftAt: at(SIX), collectedBy: "Odile Rousseau" });

  const departure = { at: expect.stringContaining("2026-09-18T16:00:00"), collectedBy: "Odile Rousseau" };
  expect(await listStates(animator, cell)).toEqual([{ childId: child.id, status: "attended", departure }]);
  const view = await getRollCall(animator, cell);
  expect(view).toMatchObject({ lateFrom: "2026-09-18T16:40:00.000Z", toleranceMinutes: 10 });
  expect(view.children).toMatchObject([{ arrivedAt: expect.stringContaining("2026-09-18T14:40"), departure }]);
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ status: "attended", priceCents: 300 }]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "attendance.left"));
  expect(events).toMatchObject([{ householdId: household.id }, { householdId: household.id }]);
  expect(JSON.stringify(events)).not.toContain("Odile");
  expect(await jobsOf(ctx)).toHaveLength(0);
});

test("pointed present again, or taken back, the child has not left", async ({ ctx }) => {
  const { animator, cell } = await aChildThere(ctx, { latePickupCents: 300 });
  await recordDeparture(animator, touch(cell, LATE));
  await recordAttendance(animator, { ...touch(cell, LATE + 1), state: "present" });
  expect((await getRollCall(animator, cell)).children).toMatchObject([
    { departure: null, arrivedAt: expect.anything() },
  ]);

  await recordDeparture(animator, touch(cell, LATE + 2));
  await undoAttendance(animator, touch(cell, LATE + 3));
  expect(await listStates(animator, cell)).toMatchObject([{ status: "booked", departure: null }]);
  expect((await ctx.db.select().from(reservations))[0]).toMatchObject({ priceCents: 300 });
});

test("late, it costs what the activity says, once, and the family is told a little later", async ({ ctx }) => {
  const { animator, cell, child } = await aChildThere(ctx, { latePickupCents: 300 });

  await recordDeparture(animator, touch(cell, LATE));
  await recordDeparture(animator, { ...touch(cell, LATE + 1), leftAt: at(LATE), collectedBy: "Odile Rousseau" });
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ priceCents: 600, pricing: { latePickupCents: 300 } }]);
  expect(await jobsOf(ctx)).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);

  // The hour was wrong: the child had left in time.
  await recordDeparture(animator, { ...touch(cell, LATE + 2), leftAt: at(TOLERATED) });
  const [put] = await reservationsOf(ctx, child.id);
  expect(put?.priceCents).toBe(300);
  expect(put?.pricing).not.toHaveProperty("latePickupCents");
});

test("late where nothing is asked, or where all is free, it is only noted", async ({ ctx }) => {
  const { animator, cell, child } = await aChildThere(ctx);
  await recordDeparture(animator, touch(cell, LATE));
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ priceCents: 300 }]);
  expect(await jobsOf(ctx)).toHaveLength(1);
});

test("counts once however often it is sent, and not when someone has pointed the child since", async ({ ctx }) => {
  const { animator, cell } = await aChildThere(ctx);
  const tap = touch(cell, SIX);
  await recordDeparture(animator, tap);
  await recordDeparture(animator, tap);
  expect(await recordsOf(ctx)).toHaveLength(2);

  await recordAttendance(animator, { ...touch(cell, SIX + 10), state: "present" });
  await recordDeparture(animator, touch(cell, SIX + 5));
  expect(await listStates(animator, cell)).toMatchObject([{ departure: null }]);
});

test("pointed on a later day, it is the end of the slot unless an hour is given, and nobody is late", async ({
  ctx,
}) => {
  const { animator, cell, child } = await aChildThere(ctx, { latePickupCents: 300 });
  const tomorrow = later(animator, 1440);
  await recordDeparture(tomorrow, touch(cell, 1440));
  expect(await listStates(animator, cell)).toMatchObject([
    { departure: { at: expect.stringContaining("2026-09-18T16:30:00") } },
  ]);
  expect(await reservationsOf(ctx, child.id)).toMatchObject([{ priceCents: 300 }]);
});

test("no hour of another day, nor one that has not come", async ({ ctx }) => {
  const { animator, cell } = await aChildThere(ctx);
  for (const leftAt of [at(-1440), at(600)]) {
    await recordDeparture(animator, { ...touch(cell, SIX), leftAt });
    expect(await listStates(animator, cell)).toMatchObject([
      { departure: { at: expect.stringContaining("2026-09-18T16:00:00") } },
    ]);
  }
});

test("refuses who must not take the child away, however the name is written", async ({ ctx }) => {
  const { animator, cell, child } = await aChildThere(ctx);
  const person = { childId: child.id, firstName: "Jean-Paul", lastName: "Petit", relation: "other" } as const;
  await ctx.db.insert(pickupAuthorizations).values({ ...person, kind: "forbidden", createdAt: ctx.now });
  await expect(
    recordDeparture(animator, { ...touch(cell, SIX), collectedBy: " jean paul PETIT " }),
  ).rejects.toMatchObject({ code: "pickup_forbidden" });
  expect(await listStates(animator, cell)).toMatchObject([{ departure: null }]);
});

test("refuses a child who is not there, and who does not stand at the gate", async ({ ctx }) => {
  const { animator, guardian, cell } = await anEveningToPoint(ctx);
  await expect(recordDeparture(animator, touch(cell))).rejects.toMatchObject({ code: "attendance_not_there" });
  await expect(recordDeparture(animator, { ...touch(cell), slotId: 999_999 })).rejects.toMatchObject({
    code: "not_found",
  });
  for (const who of [guardian, agent(ctx, "billing_officer")]) {
    await expect(recordDeparture(who, touch(cell))).rejects.toMatchObject({ code: "forbidden" });
  }
});
