import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { addDays, type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { ClosureScopeInput } from "./input";
import { FARTHEST_BACK_DAYS, parseReach, type Reach } from "./rules";

/** Occurrences `o` of slots `s` and activities `a` that a closure would shut: open ones, to come or of a day not long gone by. */
export const closable = ({ now }: Context, { from, to, reach }: ClosureScopeInput): SQL => sql`
  o.date between greatest(${from}::date, ${addDays(dateOf(now), -FARTHEST_BACK_DAYS)}::date) and ${to}
  and o.closed_reason is null
  and ${within(parseReach(reach) ?? "everything")}`;

function within(reach: Reach): SQL {
  if (reach === "everything") return sql`true`;
  if ("facilityId" in reach) return sql`a.facility_id = ${reach.facilityId}`;
  return "activityId" in reach ? sql`a.id = ${reach.activityId}` : sql`s.id = ${reach.slotId}`;
}

export type ClosureRow = {
  id: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  reason: string;
  facility: string | null;
  activity: string | null;
  slot: string | null;
  slots: number;
  by: string | null;
};

/** Closures in force that are to come or not long over, the last one first. */
export async function listClosures(ctx: Context): Promise<ClosureRow[]> {
  authorize(ctx, "planning:read");

  const rows = await ctx.db.execute<ClosureRow>(sql`
    select c.id, c.starts_on as "startsOn", c.ends_on as "endsOn", c.reason, f.name as facility, a.name as activity,
      s.label as slot, u.display_name as by,
      (select count(*)::int from slot_occurrences o where o.closure_id = c.id) as slots
    from closures c
    left join slots s on s.id = c.slot_id
    left join activities a on a.id = coalesce(c.activity_id, s.activity_id)
    left join facilities f on f.id = coalesce(c.facility_id, a.facility_id)
    left join accounts u on u.id = c.created_by
    where c.reopened_at is null and c.ends_on >= ${addDays(dateOf(ctx.now), -FARTHEST_BACK_DAYS)}
    order by c.starts_on desc, c.created_at desc`);
  return [...rows];
}
