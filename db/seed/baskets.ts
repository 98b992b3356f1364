import type { Booking } from "./desk";

/** Places that were paid together: same family, same régie, same moment. */
export function paidBaskets<B extends Booking>(bookings: B[]): B[][] {
  const baskets = new Map<string, B[]>();
  for (const booking of bookings) {
    if (!booking.paidAt) continue;
    const key = `${booking.family.id} ${booking.offer.activity.office.id} ${booking.paidAt.toISOString()}`;
    const basket = baskets.get(key) ?? [];
    basket.push(booking);
    baskets.set(key, basket);
  }
  return [...baskets.values()];
}
