import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { listDemands } from "@/lib/reservations/approvals/queries";
import { getRollCall, listStates } from "@/lib/reservations/attendance/queries";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { undoAttendance } from "@/lib/reservations/attendance/undo-attendance";
import { acceptCancellations } from "@/lib/reservations/cancellations/accept-cancellations";
import { refuseCancellations } from "@/lib/reservations/cancellations/refuse-cancellations";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { getDay } from "@/lib/reservations/queries/day";
import { aSiteManager } from "../../../support/absences";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { agent, at, touch } from "./at-the-gate";

/** A paid evening whose cancellation was asked for too late, and which nobody has answered when it begins. */
async function anEveningAskedBack(ctx: Context) {
  const family = await aPaidCart(ctx);
  const { household, guardian, cells } = family;
  await requestCancellations(
    { ...guardian, now: new Date("2026-09-18T08:00:00Z") },
    { householdId: household.id, cells },
  );
  const gate = { ...agent(ctx), now: new Date(at(10)), actor: (await aSiteManager(ctx, household)).actor };
  const [place] = await ctx.db.select({ id: reservations.id }).from(reservations);
  return { ...family, gate, ids: [place?.id ?? 0] };
}

test("pointed absent, a cancellation still waits for its answer; the sheet says that the child did not come", async ({
  ctx,
}) => {
  const { gate, cell, ids, household, guardian, account } = await anEveningAskedBack(ctx);

  await recordAttendance(gate, { ...touch(cell, 0), state: "absent" });

  expect(await listStates(gate, cell)).toMatchObject([{ status: "absent_charged" }]);
  expect((await getRollCall(gate, cell)).children).toMatchObject([{ status: "absent_charged" }]);
  expect(await listDemands(gate)).toMatchObject([{ kind: "cancellations", id: ids[0], hasBegun: true }]);
  const day = await getDay({ ...guardian, now: gate.now }, { householdId: household.id, date: cell.date });
  expect(day.lines[0]?.children[0]).toMatchObject({
    code: "N",
    act: {
      kind: "unask",
      text: expect.stringContaining("n’a pas répondu avant le service. Elle peut encore accepter"),
    },
  });

  await acceptCancellations(gate, ids);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "cancelled", paidCents: 0 }]);
  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refused afterwards, it is an absence that is charged, or a booked place where nobody pointed", async ({
  ctx,
}) => {
  const { gate, cell, ids } = await anEveningAskedBack(ctx);
  const other = await anEveningAskedBack(ctx);
  await recordAttendance(gate, { ...touch(cell, 0), state: "absent" });
  const reason = "Le repas était commandé.";
  await refuseCancellations(gate, { ids, reason });
  const [others] = await ctx.db
    .select({ id: reservations.id })
    .from(reservations)
    .where(eq(reservations.householdId, other.household.id));
  await refuseCancellations(gate, { ids: [others?.id ?? 0], reason });
  const rows = await ctx.db.select({ status: reservations.status }).from(reservations).orderBy(reservations.id);
  expect(rows).toEqual([{ status: "absent_charged" }, { status: "booked" }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("pointed present by mistake then absent, it waits again; a child who is there has taken it back", async ({
  ctx,
}) => {
  const { gate, cell } = await anEveningAskedBack(ctx);
  const states = [];
  for (const [minute, state] of (["present", "absent", "present"] as const).entries()) {
    states.push((await recordAttendance(gate, { ...touch(cell, minute), state })).status);
  }
  expect(states).toEqual(["attended", "cancellation_requested", "attended"]);
  expect(await listDemands(gate)).toEqual([]);

  await recordAttendance(gate, { ...touch(cell, 4), state: "absent" });
  expect(await undoAttendance(gate, touch(cell, 5))).toEqual({ status: "cancellation_requested" });
  expect(await listStates(gate, cell)).toMatchObject([{ status: "cancellation_requested" }]);
  expect(await listDemands(gate)).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});
