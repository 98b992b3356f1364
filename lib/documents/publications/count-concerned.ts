import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { AudienceInput } from "./input";

/** The households of whom a child is enrolled in an activity, now or soon: `place` says in which, of which structure. */
export const withEnrolledChild = (place: ReturnType<typeof sql>, today: CivilDate) => sql`
  select m.household_id from enrollments e
  join activities a on a.id = e.activity_id
  join household_members m on m.person_id = e.child_id and m.role = 'child'
  where e.status = 'approved' and e.ends_on >= ${today} and ${place}`;

/** Whom a publication would be for, before it is one: "128 familles". */
export async function countConcerned(ctx: Context, { audience, facilityId, activityId }: AudienceInput) {
  authorize(ctx, "publications:write");

  const today = dateOf(ctx.now);
  const place =
    audience === "facility" ? sql`a.facility_id = ${facilityId || null}` : sql`a.id = ${activityId || null}`;
  const concerned =
    audience === "everyone"
      ? sql`select id from households`
      : sql`select distinct c.household_id from (${withEnrolledChild(place, today)}) c`;
  const [counted] = await ctx.db.execute<{ households: number }>(
    sql`select count(*)::int as households from (${concerned}) concerned`,
  );
  return counted?.households ?? 0;
}
