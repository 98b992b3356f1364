import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { Period } from "../../office/rules";

export type Presence = { month: string; activity: string; days: number; minutes: number };

/** The days and hours on which a child came, as pointed by the staff, per month and activity; a slot counts whole. */
export async function listPresences(
  ctx: Context,
  { householdId, childId, from, to }: Period & { householdId: string; childId: string },
): Promise<Presence[]> {
  authorize(ctx, "receipts:read", { householdId });
  return [
    ...(await ctx.db.execute<Presence>(sql`
      select to_char(o.date, 'YYYY-MM') as month, a.name as activity, count(distinct o.date)::int as days,
        (sum(extract(epoch from s.ends_at - s.starts_at)) / 60)::int as minutes
      from reservations r
      join slot_occurrences o on o.id = r.occurrence_id
      join slots s on s.id = o.slot_id
      join activities a on a.id = s.activity_id
      where r.household_id = ${householdId} and r.child_id = ${childId}
        and r.status in ('attended', 'attended_unbooked') and o.date between ${from}::date and ${to}::date
      group by 1, 2 order by 1, 2`)),
  ];
}
