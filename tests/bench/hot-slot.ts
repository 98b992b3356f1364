import { bookingOf, drawn, wishesFor } from "./bookings";
import { PARENTS, together } from "./load";
import type { Portal } from "./portal";
import { type Family, openActivity } from "./town";

const PLACES = 500;

export type HotSlot = {
  attempts: number;
  booked: number;
  /** While places were left. */
  perSecond: number;
  oversold: number;
  refusals: Record<string, number>;
};

/** Every child of the town, twice, wants one of 500 places, round after round: how fast it fills, and whether it holds. */
export async function measureHotSlot(
  portal: Portal,
  families: Family[],
  { rounds }: { rounds: number },
): Promise<HotSlot> {
  const { slotIds, dates } = await openActivity(portal, { slots: rounds, days: 1, capacity: PLACES });
  const book = bookingOf(portal);
  const refusals: Record<string, number> = {};
  let [attempts, booked, seconds] = [0, 0, 0];

  for (const slotId of slotIds) {
    const wishes = wishesFor(families, slotId, dates);
    const next = drawn([...wishes, ...wishes]);
    const startedAt = performance.now();
    let lastBookedAt = startedAt;
    await together(PARENTS, wishes.length * 2, async () => {
      const { cookie, input } = next();
      const answer = await book(cookie, input);
      attempts += 1;
      if (answer.ok) {
        booked += 1;
        lastBookedAt = performance.now();
      } else {
        refusals[answer.error.code] = (refusals[answer.error.code] ?? 0) + 1;
      }
    });
    seconds += (lastBookedAt - startedAt) / 1000;
  }
  return {
    attempts,
    booked,
    perSecond: booked / seconds,
    oversold: await countOversold(portal, slotIds, booked),
    refusals,
  };
}

/** What the database itself says: places held above the capacity. Throws when it does not hold what was acknowledged. */
async function countOversold({ sql }: Portal, slotIds: number[], acknowledged: number): Promise<number> {
  const [{ held = 0, oversold = 0 } = {}] = await sql<{ held: number; oversold: number }[]>`
    select sum(held)::int as held, sum(greatest(held - capacity, 0))::int as oversold
    from slot_occurrences o cross join lateral (
      select count(*) as held from reservations r where r.occurrence_id = o.id and holds_a_place(r.status)
    ) counted
    where o.slot_id = any(${slotIds}::int[])`;
  if (held !== acknowledged) throw new Error(`${acknowledged} places annoncées, ${held} dans la base.`);
  return oversold;
}
