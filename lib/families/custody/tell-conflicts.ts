import { sql } from "drizzle-orm";
import type { SchoolZone } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";
import { type CustodySchedule, isElsewhere } from "./rules";

type Booked = { householdId: string; date: CivilDate; endsAt: string; zone: SchoolZone };

/**
 * Tells each household whose bookings to come fall on days that the schedule gives to the child's other one (handbook
 * §4.5): nothing is cancelled for them, they decide. One message per change of schedule, however many days.
 */
export async function tellConflicts(ctx: Context, childId: string): Promise<void> {
  authorize(ctx, "jobs:run");

  const [booked, schedules] = await Promise.all([listBooked(ctx, childId), listSchedules(ctx, childId)]);
  const crossed = booked.filter(({ householdId, date, endsAt, zone }) =>
    isElsewhere(schedules, householdId, { date, endsAt, calendar: { zone } }),
  );
  const households = [...new Set(crossed.map(({ householdId }) => householdId))];
  if (households.length === 0) return;

  for (const { accountId, householdId, email } of await listGuardianAccounts(ctx, households)) {
    const [first] = crossed.filter((one) => one.householdId === householdId);
    if (!first) continue;
    await notify(ctx, {
      template: "custody-conflict",
      recipient: email,
      payload: { url: `${env().appUrl}/reservations?mois=${first.date.slice(0, 7)}` },
      dedupeKey: `custody-conflict:${childId}:${ctx.now.toISOString()}:${accountId}`,
    });
  }
}

const listBooked = ({ db, now }: Context, childId: string) =>
  db.execute<Booked>(sql`
    select r.household_id as "householdId", o.date::text as date, s.ends_at as "endsAt", f.school_zone as zone
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    join facilities f on f.id = a.facility_id
    where r.child_id = ${childId} and o.date >= ${dateOf(now)} and r.status in ('requested', 'waitlisted', 'booked')
    order by o.date`);

const listSchedules = ({ db }: Context, childId: string) =>
  db.execute<CustodySchedule>(sql`
    select effective_from::text as "effectiveFrom", rules from custody_schedules where child_id = ${childId}`);
