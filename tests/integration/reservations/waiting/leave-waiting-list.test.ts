import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, slotOccurrences } from "@/db/schema";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { leaveWaitingList } from "@/lib/reservations/waiting/leave-waiting-list";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { aFullEvening, nth, statesOf } from "../../../support/waiting";

test("leaves the list: those behind move up", async ({ ctx }) => {
  const { occurrence, others } = await aFullEvening(ctx, { waiting: 2 });
  const { guardian, input } = nth(others, 0);

  const change = await leaveWaitingList(guardian, input);

  expect(change.cells).toMatchObject([{ code: "o" }]);
  expect(await statesOf(ctx, occurrence)).toEqual(["booked", "cancelled", "waitlisted"]);
  const [row] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(row?.waiting).toBe(1);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "waiting-list.left"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("declines the place that is offered: it goes to the next", async ({ ctx }) => {
  const { guardian, taken, occurrence, others } = await aFullEvening(ctx, { waiting: 2 });
  await cancelReservations(guardian, taken);
  await offerWaitingPlaces(ctx);
  const first = nth(others, 0);

  await leaveWaitingList(first.guardian, first.input);
  await offerWaitingPlaces(ctx);

  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "cancelled", "requested/answer"]);
});

test("refuses who is not on it, and another family", async ({ ctx }) => {
  const { guardian, taken, others } = await aFullEvening(ctx);
  await expect(leaveWaitingList(guardian, taken)).rejects.toMatchObject({ code: "not_waiting" });
  const { guardian: stranger } = nth(others, 0);
  await expect(leaveWaitingList(stranger, taken)).rejects.toMatchObject({ code: "not_found" });
});
