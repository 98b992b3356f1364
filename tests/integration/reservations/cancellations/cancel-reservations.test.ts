import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, ledgerTransactions, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCart, aPaidCart, balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

test("cancels in time: the place is free, what was paid is back on the account, and who did it is written", async ({
  ctx,
}) => {
  const { household, guardian, cell, account, occurrence } = await aPaidCart(ctx);

  const change = await cancelReservations(guardian, { householdId: household.id, cells: [cell] });

  expect(change).toMatchObject({ cells: [{ ...cell, code: "." }], cart: { count: 0 }, creditedCents: 300 });
  expect(await balanceOf(ctx, account)).toBe(300);
  const [freed] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(freed?.taken).toBe(0);
  const changes = await ctx.db.select().from(reservationChanges).orderBy(asc(reservationChanges.id));
  expect(changes.at(-1)).toMatchObject({
    status: "cancelled",
    reason: "in_time",
    effectCents: -300,
    actorKind: "guardian",
    accountId: guardian.actor.accountId,
  });
  const movements = ctx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.kind, "cancellation"));
  expect(await movements).toMatchObject([{ label: "Annulation : Soir, vendredi 18 septembre, Nahel" }]);
  const events = ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "reservation.cancelled"));
  expect(await events).toMatchObject([{ householdId: household.id, accountId: guardian.actor.accountId }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a place that will be invoiced is cancelled, and moves no money", async ({ ctx }) => {
  const { household, guardian, cell, account } = await aCart(ctx, { activity: { billingMode: "billed" } });
  const change = await cancelReservations(guardian, { householdId: household.id, cells: [cell] });
  expect(change.creditedCents).toBe(0);
  expect(await balanceOf(ctx, account)).toBe(0);
});

test("what is cancelled can be asked for again", async ({ ctx }) => {
  const { household, guardian, cell } = await aPaidCart(ctx);
  await cancelReservations(guardian, { householdId: household.id, cells: [cell] });
  const again = await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  expect(again.cells).toEqual([{ ...cell, code: "P" }]);
});

test("to the millisecond before the deadline, and not after", async ({ ctx }) => {
  const { household, guardian, cell, occurrence } = await aPaidCart(ctx);
  const cancellation = { householdId: household.id, cells: [cell] };
  const late = { ...guardian, now: occurrence.cancellationClosesAt };
  await expect(cancelReservations(late, cancellation)).rejects.toMatchObject({ code: "cancellation_closed" });
  await cancelReservations({ ...guardian, now: new Date(late.now.getTime() - 1) }, cancellation);
});

test("cancels nothing of a gesture when one cell cannot be, and says which", async ({ ctx }) => {
  const { household, guardian, cells, account } = await aPaidCart(ctx, { dates: ["2026-09-18", "2026-09-25"] });
  const [early, fine] = cells;
  const now = new Date("2026-09-12T08:00:00Z"); // past the deadline of the 18th only

  const cancellation = cancelReservations({ ...guardian, now }, { householdId: household.id, cells });

  await expect(cancellation).rejects.toMatchObject({
    code: "changes_refused",
    details: { refusals: [{ ...early, message: "Le délai d’annulation est dépassé pour ce créneau." }] },
  });
  expect(fine).toBeDefined();
  expect(await balanceOf(ctx, account)).toBe(0);
  const states = await ctx.db.select({ status: reservations.status }).from(reservations);
  expect(states).toEqual([{ status: "booked" }, { status: "booked" }]);
});

test("refuses a request: it is withdrawn by its own rules", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx);
  const cancellation = cancelReservations(guardian, { householdId: household.id, cells: [cell] });
  await expect(cancellation).rejects.toMatchObject({ code: "cannot_cancel" });
});

test("answers another family's place like a missing one", async ({ ctx }) => {
  const { household, cell, activity } = await aPaidCart(ctx);
  const other = await anotherFamily(ctx, activity);
  const inTheirName = cancelReservations(other.guardian, { householdId: household.id, cells: [cell] });
  await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
  const inOurName = cancelReservations(other.guardian, { householdId: other.household.id, cells: [cell] });
  await expect(inOurName).rejects.toMatchObject({ code: "cannot_cancel" });
});

test("two parents cancelling the same place are given its money once", async ({ committed: ctx }) => {
  const { household, guardian, cell, account } = await aPaidCart(ctx);
  const cancellation = { householdId: household.id, cells: [cell] };

  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, () => cancelReservations(guardian, cancellation)),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await checkInvariants(ctx)).toEqual([]);
});
