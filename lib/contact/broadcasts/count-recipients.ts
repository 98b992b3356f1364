import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { withEnrolledChild } from "@/lib/documents/publications/count-concerned";
import type { RecipientsInput } from "./input";

/** Exactly the households concerned, each once. */
export function recipientHouseholds({ now }: Context, input: RecipientsInput): SQL {
  const { audience, facilityId, activityId, day } = input;
  switch (audience) {
    case "everyone":
      return sql`select id as household_id from households`;
    case "facility":
      return sql`select distinct c.household_id from (${withEnrolledChild(sql`a.facility_id = ${facilityId || null}`, dateOf(now))}) c`;
    case "activity":
      return sql`select distinct c.household_id from (${withEnrolledChild(sql`a.id = ${activityId || null}`, dateOf(now))}) c`;
    case "day":
      return sql`
        select distinct r.household_id from reservations r
        join slot_occurrences o on o.id = r.occurrence_id
        join slots s on s.id = o.slot_id
        where o.date = ${day || null} and (${activityId || null}::uuid is null or s.activity_id = ${activityId || null})
          and r.status in ('requested', 'booked', 'cancellation_requested', 'attended', 'attended_unbooked')`;
  }
}

/** How many families a message would reach, and how many of them have no account to read it with. */
export async function countRecipients(ctx: Context, input: RecipientsInput) {
  authorize(ctx, "publications:write");

  const [counted] = await ctx.db.execute<{ households: number; withoutAccount: number }>(sql`
    select count(*)::int as households, count(*) filter (where not exists (
      select 1 from household_members m join accounts a on a.person_id = m.person_id and a.disabled_at is null
      where m.household_id = concerned.household_id and m.role = 'guardian'
    ))::int as "withoutAccount"
    from (${recipientHouseholds(ctx, input)}) concerned`);
  return counted ?? { households: 0, withoutAccount: 0 };
}
