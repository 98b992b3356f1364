import { addMinutes, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { reservationChanges, reservations } from "../schema";
import type { Booking } from "./desk";
import { insertRows } from "./insert-rows";

/** A booking and the number it got. */
export type Written = Booking & { id: number };

/** Writes the reservations in the order in which they were asked for. */
export async function writeReservations({ db }: Context, bookings: Booking[]): Promise<Written[]> {
  const inOrder = bookings.toSorted((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime());
  await insertRows(db, reservations, inOrder.map(rowOf));
  const rows = await db
    .select({ id: reservations.id, childId: reservations.childId, occurrenceId: reservations.occurrenceId })
    .from(reservations);
  const ids = new Map(rows.map(({ id, childId, occurrenceId }) => [`${childId} ${occurrenceId}`, id]));
  return inOrder.map((booking) => ({ ...booking, id: ids.get(`${booking.child.id} ${booking.occurrence.id}`) ?? 0 }));
}

function rowOf({ family, child, offer, occurrence, status, priceCents, pricing, ...booking }: Booking) {
  const waits = status === "requested";
  const { paidAt, cancelledAt, requestedAt } = booking;
  return {
    householdId: family.id,
    childId: child.id,
    occurrenceId: occurrence.id,
    status,
    awaiting: waits ? ("payment" as const) : null,
    holdExpiresAt: waits ? addMinutes(requestedAt, offer.activity.holdMinutes) : null,
    priceCents,
    paidCents: paidAt && !cancelledAt ? priceCents : 0,
    pricing,
    requestedAt,
    requestedBy: family.account.id,
  };
}

/** Who did what to each reservation, as the commands would have written it. */
export async function writeChanges({ db, now }: Context, bookings: Written[]): Promise<void> {
  const rows = bookings.flatMap(({ id: reservationId, family, ...booking }) => {
    const guardian = { reservationId, actorKind: "guardian", accountId: family.account.id, effectCents: 0 };
    const office = { reservationId, actorKind: "system", accountId: null, effectCents: 0 };
    const { status, requestedAt, paidAt, cancelledAt, priceCents } = booking;
    return [
      {
        ...guardian,
        status: paidAt || status === "requested" ? ("requested" as const) : ("booked" as const),
        at: requestedAt,
      },
      ...(paidAt
        ? [{ ...office, status: "booked" as const, reason: "paid", at: paidAt, effectCents: priceCents }]
        : []),
      ...(cancelledAt ? [{ ...guardian, status, at: cancelledAt, effectCents: -priceCents }] : []),
      ...(status.startsWith("absent") || status === "attended"
        ? [{ ...office, status, at: seenAt(booking, now) }]
        : []),
    ];
  });
  await insertRows(
    db,
    reservationChanges,
    rows.sort((a, b) => a.at.getTime() - b.at.getTime()),
  );
}

/** When the service ended, or now when an absence was announced. */
function seenAt({ occurrence, offer }: Pick<Booking, "occurrence" | "offer">, now: Date): Date {
  const end = instantOf(occurrence.date, offer.hours[1]);
  return end < now ? end : now;
}
