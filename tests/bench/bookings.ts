import type { ActionResult } from "@/lib/core/action-result";
import type { CellsInput } from "@/lib/reservations/input";
import type { GridChange } from "@/lib/reservations/rules";
import { load, type Measure, together } from "./load";
import type { Portal } from "./portal";
import { actionOf } from "./server-action";
import { type Family, openActivity } from "./town";

const MANY_PLACES = 100_000;

/** Bookings of `size` slots in one gesture: the same slot on as many days, like a parent who takes every evening. */
export async function measureBookings(
  portal: Portal,
  families: Family[],
  { size, requests }: { size: number; requests: number },
): Promise<Measure> {
  const { slotIds, dates } = await openActivity(portal, { slots: 4, days: 40, capacity: MANY_PLACES });
  const runs = Array.from({ length: Math.floor(dates.length / size) }, (_, n) => dates.slice(n * size, (n + 1) * size));
  const gestures = slotIds.flatMap((slotId) =>
    runs.flatMap((run) =>
      families.flatMap(({ householdId, cookie, children }) =>
        children.map((childId) => ({
          cookie,
          input: { householdId, cells: run.map((date) => ({ childId, slotId, date })) },
        })),
      ),
    ),
  );
  const next = drawn(gestures);
  const request = requestSlots(portal);
  return load(portal, { requests, warmUp: requests / 4 }, async () => {
    const { cookie, input } = next();
    const booked = await request(cookie, input);
    if (!booked.ok) throw new Error(`Une réservation a été refusée : ${booked.error.message}`);
  });
}

export type HotSlot = {
  perSecond: number;
  places: number;
  attempts: number;
  booked: number;
  oversold: number;
  refusals: Record<string, number>;
};

const PLACES = 500;

/** Every child of the town, twice, for one slot of 500 places, again and again: how fast it fills, and whether it holds. */
export async function measureHotSlot(portal: Portal, families: Family[], rounds: number): Promise<HotSlot> {
  const { slotIds, dates } = await openActivity(portal, { slots: rounds, days: 1, capacity: PLACES });
  const [date = ""] = dates;
  const request = requestSlots(portal);
  const refusals: Record<string, number> = {};
  let [seconds, booked, attempts] = [0, 0, 0];

  for (const slotId of slotIds) {
    const wishes = families.flatMap(({ householdId, cookie, children }) =>
      children.map((childId) => ({ cookie, input: { householdId, cells: [{ childId, slotId, date }] } })),
    );
    const next = drawn([...wishes, ...wishes]);
    const startedAt = performance.now();
    let lastBookedAt = startedAt;
    await together(16, wishes.length * 2, async () => {
      const { cookie, input } = next();
      const answer = await request(cookie, input);
      attempts += 1;
      if (answer.ok) [booked, lastBookedAt] = [booked + 1, performance.now()];
      else refusals[answer.error.code] = (refusals[answer.error.code] ?? 0) + 1;
    });
    seconds += (lastBookedAt - startedAt) / 1000;
  }

  const [{ oversold = -1, counted = -1 } = {}] = await portal.sql<{ oversold: number; counted: number }[]>`
    select sum(greatest(held - capacity, 0))::int as oversold, sum(held)::int as counted
    from slot_occurrences o, lateral (
      select count(*) as held from reservations r where r.occurrence_id = o.id and holds_a_place(r.status)
    ) r where o.slot_id = any(${slotIds}::int[])`;
  if (counted !== booked) throw new Error(`${booked} réservations acceptées, ${counted} dans la base.`);
  return { perSecond: booked / seconds, places: PLACES * rounds, attempts, booked, oversold, refusals };
}

const requestSlots = ({ url }: Portal) => actionOf<CellsInput, ActionResult<GridChange>>(url, "requestSlotsAction");

/** Gives the items one after the other, in an order drawn by lot. */
function drawn<T>(items: T[]): () => T {
  const order = items.map((item) => ({ item, at: Math.random() })).sort((a, b) => a.at - b.at);
  let index = 0;
  return () => {
    const next = order[index++];
    if (!next) throw new Error("Le banc n’a pas assez d’enfants pour tant de demandes.");
    return next.item;
  };
}
