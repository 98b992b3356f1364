import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { addMinutes, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";

/** The evening before, and whenever the worker was away. */
const HOURS_BEFORE = 24;

type Opening = { windowId: string; householdId: string; activity: string; at: string; firstDay: string };

/**
 * Tells families, the day before, when the bookings of days of an activity of their children open (complaint A8): those of
 * the commune at their own hour. Once per window and hour; who wants no reminder gets none.
 */
export async function remindOpenings(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");

  const until = addMinutes(ctx.now, HOURS_BEFORE * 60);
  const openings = await ctx.db.execute<Opening>(sql`
    select distinct w.id as "windowId", h.id as "householdId", a.name as activity, opens.at, w.first_day as "firstDay"
    from booking_windows w
    join activities a on a.id = w.activity_id and a.archived_at is null
    join enrollments e on e.activity_id = a.id and e.status = 'approved'
      and e.starts_on <= w.last_day and e.ends_on >= w.first_day
    join household_members m on m.person_id = e.child_id and m.role = 'child'
    join households h on h.id = m.household_id
    cross join lateral (
      select case when h.tariff_category = 'resident' then coalesce(w.residents_open_at, w.opens_at) else w.opens_at end as at
    ) opens
    where opens.at > ${ctx.now.toISOString()} and opens.at <= ${until.toISOString()}
    order by h.id, w.id`);
  for (const opening of openings) await tell(ctx, opening);
}

async function tell(ctx: Context, { windowId, householdId, activity, at, firstDay }: Opening): Promise<void> {
  const opensAt = new Date(at).toISOString();
  for (const { accountId, email, wantsReminders } of await listGuardianAccounts(ctx, [householdId])) {
    if (!wantsReminders) continue;
    await notify(ctx, {
      template: "bookings-opening",
      recipient: email,
      payload: { activity, at: opensAt, url: `${env().appUrl}/reservations?mois=${monthOf(firstDay)}` },
      dedupeKey: `bookings-opening:${windowId}:${opensAt}:${householdId}:${accountId}`,
    });
  }
}
