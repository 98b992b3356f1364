import { sql } from "drizzle-orm";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

type Opened = { slotId: number; dates: readonly CivilDate[] };

/**
 * Closes what has just been opened inside a closure in force, whatever its reach: a strike that closes a school closes a
 * slot that is added to it afterwards. Plumbing of the commands that open days, which have authorized.
 */
export const closeOpened = async ({ db }: Context, { slotId, dates }: Opened): Promise<void> => {
  await db.execute(sql`
    update slot_occurrences o set closed_reason = c.reason, closure_id = c.id
    from slots s join activities a on a.id = s.activity_id
    join lateral (
      select c.id, c.reason, c.starts_on, c.ends_on from closures c
      where c.reopened_at is null
        and coalesce(c.slot_id = s.id, c.activity_id = a.id, c.facility_id = a.facility_id, true)
    ) c on true
    where s.id = ${slotId} and o.slot_id = s.id and o.date = any(${sql.param([...dates])}::text[]::date[])
      and o.date between c.starts_on and c.ends_on and o.closed_reason is null and o.taken = 0`);
};
