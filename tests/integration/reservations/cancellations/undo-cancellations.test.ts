import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { undoCancellations } from "@/lib/reservations/cancellations/undo-cancellations";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { guardianOf, later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

async function aSlip(ctx: Context) {
  const family = await aPaidCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const input = { householdId: family.household.id, cells: family.cells };
  await cancelReservations(family.guardian, input);
  return { ...family, input };
}

test("a slip of the finger is undone: booked as before, the money taken again, once", async ({ ctx }) => {
  const { guardian, input, account } = await aSlip(ctx);
  expect(await balanceOf(ctx, account)).toBe(600);

  const { cells } = await undoCancellations(later(guardian, 5), input);

  expect(cells.map(({ code }) => code)).toEqual(["R", "R"]);
  expect(await balanceOf(ctx, account)).toBe(0);
  expect(await ctx.db.select().from(reservations)).toMatchObject([
    { status: "booked", paidCents: 300 },
    { status: "booked", paidCents: 300 },
  ]);
  const changes = await ctx.db
    .select()
    .from(reservationChanges)
    .where(eq(reservationChanges.reason, "cancellation_undone"));
  expect(changes).toMatchObject([{ effectCents: 300 }, { effectCents: 300 }]);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "cancellation.undone"))).toHaveLength(1);
  expect(await codeOf(undoCancellations(guardian, input))).toBe("changes_refused");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses later, someone else's, what another took, what is asked for again, and money that has been spent", async ({
  ctx,
}) => {
  const { guardian, household, input, cell } = await aSlip(ctx);
  const one = { ...input, cells: [cell] };
  expect(await codeOf(undoCancellations(later(guardian, 11), one))).toBe("cannot_undo");
  expect(await codeOf(undoCancellations(await guardianOf(ctx, household), one))).toBe("cannot_undo");
  expect(await codeOf(undoCancellations({ ...guardian, actor: { kind: "visitor" } }, one))).toBe("unauthenticated");

  await ctx.db.update(slotOccurrences).set({ capacity: 0 });
  expect(await codeOf(undoCancellations(guardian, one))).toBe("slot_full");
  await ctx.db.update(slotOccurrences).set({ capacity: 10, closedReason: "Grève" });
  expect(await codeOf(ctx.db.transaction((db) => undoCancellations({ ...guardian, db }, one)))).toBe("slot_closed");
  await ctx.db.update(slotOccurrences).set({ closedReason: null });
  await requestSlots(guardian, one);
  expect(await codeOf(ctx.db.transaction((db) => undoCancellations({ ...guardian, db }, one)))).toBe("already_booked");
});

test("undone twice at the same moment: booked and charged once", async ({ committed: ctx }) => {
  const { guardian, input, cell, account } = await aSlip(ctx);
  const one = { ...input, cells: [cell] };
  const outcomes = await Promise.all([1, 2].map(() => codeOf(undoCancellations(guardian, one))));
  expect(outcomes.toSorted()).toEqual(["cannot_undo", "done"]);
  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await checkInvariants(ctx)).toEqual([]);
});
