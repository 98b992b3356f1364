import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, reservations } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { acceptOffers } from "@/lib/reservations/waiting/accept-offers";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aFullEvening, nth, statesOf } from "../../../support/waiting";

test("a place that will be invoiced is booked at once", async ({ ctx }) => {
  const { guardian, taken, occurrence, others } = await aFullEvening(ctx);
  await cancelReservations(guardian, taken);
  await offerWaitingPlaces(ctx);
  const first = nth(others, 0);

  const change = await acceptOffers(first.guardian, first.input);

  expect(change.cells).toMatchObject([{ code: "R" }]);
  expect(await statesOf(ctx, occurrence)).toEqual(["cancelled", "booked"]);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "offer.accepted"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a prepaid one goes to the cart, with an hour to pay at the least", async ({ ctx }) => {
  const { guardian, taken, others } = await aFullEvening(ctx, {
    activity: { billingMode: "prepaid", holdMinutes: 20 },
  });
  await withdrawRequests(guardian, taken);
  await offerWaitingPlaces(ctx);
  const first = nth(others, 0);
  const now = addMinutes(ctx.now, 30);

  const change = await acceptOffers({ ...first.guardian, now }, first.input);

  expect(change).toMatchObject({ cells: [{ code: "P" }], cart: { count: 1, totalCents: 300 } });
  const [held] = await ctx.db.select().from(reservations).where(eq(reservations.awaiting, "payment"));
  expect(held?.holdExpiresAt).toEqual(addMinutes(now, 60));
});

test("refuses once it is over, twice, and what was never offered", async ({ ctx }) => {
  const { guardian, taken, others } = await aFullEvening(ctx, { waiting: 2 });
  await cancelReservations(guardian, taken);
  await offerWaitingPlaces(ctx);
  const [first, second] = [nth(others, 0), nth(others, 1)];

  const late = later(first.guardian, 24 * 60);
  await expect(acceptOffers(late, first.input)).rejects.toMatchObject({ code: "offer_over" });
  await expect(acceptOffers(second.guardian, second.input)).rejects.toMatchObject({ code: "offer_over" });
  await expect(acceptOffers(second.guardian, first.input)).rejects.toMatchObject({ code: "not_found" });
  await acceptOffers(first.guardian, first.input);
  await expect(acceptOffers(first.guardian, first.input)).rejects.toMatchObject({ code: "offer_over" });
});
