import type { ActionResult } from "@/lib/core/action-result";
import type { CellsInput } from "@/lib/reservations/input";
import type { GridChange } from "@/lib/reservations/rules";
import { load, type Measure } from "./load";
import type { Portal } from "./portal";
import { actionOf } from "./server-action";
import { type Family, openActivity } from "./town";

export const bookingOf = (portal: Pick<Portal, "url">) =>
  actionOf<CellsInput, ActionResult<GridChange>>(portal, "requestSlotsAction");

export type Wish = { cookie: string; input: CellsInput };

/** Every child of the town wants this slot, on each of these days in one gesture. */
export const wishesFor = (families: Family[], slotId: number, dates: string[]): Wish[] =>
  families.flatMap(({ householdId, cookie, children }) =>
    children.map((childId) => ({
      cookie,
      input: { householdId, cells: dates.map((date) => ({ childId, slotId, date })) },
    })),
  );

/** Gives the items one after the other, in an order drawn by lot. */
export function drawn<T>(items: T[]): () => T {
  const order = items.map((item) => ({ item, at: Math.random() })).sort((a, b) => a.at - b.at);
  let index = 0;
  return () => {
    const next = order[index++];
    if (!next) throw new Error("Le banc n’a pas assez d’enfants pour tant de demandes.");
    return next.item;
  };
}

type Plan = { requests: number; size: number };

/** Bookings of so many slots in one gesture, as a parent takes every evening of a fortnight; no place is short. */
export async function measureBookings(portal: Portal, families: Family[], { requests, size }: Plan): Promise<Measure> {
  const { slotIds, dates } = await openActivity(portal, { slots: 4, days: 40, capacity: 100_000 });
  const stretches = Array.from({ length: Math.floor(dates.length / size) }, (_, n) =>
    dates.slice(n * size, (n + 1) * size),
  );
  const next = drawn(slotIds.flatMap((id) => stretches.flatMap((stretch) => wishesFor(families, id, stretch))));
  const book = bookingOf(portal);
  return load(portal, { requests, warmUp: requests / 4 }, async () => {
    const { cookie, input } = next();
    const booked = await book(cookie, input);
    if (!booked.ok) throw new Error(`Une réservation a été refusée : ${booked.error.message}`);
  });
}
