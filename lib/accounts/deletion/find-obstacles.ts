import { sql } from "drizzle-orm";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Obstacle } from "./rules";

/**
 * What stands against forgetting a guardian: places to come, or money on either side, in the households where no other
 * guardian stays. Only whether there is any: what it amounts to is the ledger's to say.
 */
export const findObstacles = async ({ db, now }: Context, personId: string): Promise<Obstacle[]> => {
  const [row] = await db.execute<{ reservations: boolean; money: boolean }>(sql`
    with own as (
      select m.household_id from household_members m
      where m.person_id = ${personId} and m.role = 'guardian' and not exists (
        select from household_members other
        where other.household_id = m.household_id and other.role = 'guardian' and other.person_id <> m.person_id))
    select
      exists (
        select from reservations r join slot_occurrences o on o.id = r.occurrence_id
        where r.household_id in (select household_id from own) and o.date >= ${dateOf(now)}
          and r.status in ('requested', 'booked', 'cancellation_requested')) as reservations,
      exists (
        select from ledger_entries e
        where e.household_id in (select household_id from own) and e.account in ('household', 'receivable')
        group by e.household_id, e.revenue_office_id, e.account having sum(e.amount_cents) <> 0) as money`);
  return (["reservations", "money"] as const).filter((obstacle) => row?.[obstacle]);
};
