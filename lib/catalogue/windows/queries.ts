import { type SQL, sql } from "drizzle-orm";
import { authorize, authorizeVisitor } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { BookingWindow } from "./rules";

const milliseconds = (instant: SQL) => sql`extract(epoch from ${instant})::bigint * 1000`;

/** The windows of an activity `a` that meet some days, as `BookingWindow` objects, in a statement about something else. */
export const windowsBetween = (from: SQL, to: SQL): SQL => sql`array(
  select json_build_object(
    'firstDay', bw.first_day, 'lastDay', bw.last_day, 'opensAt', ${milliseconds(sql`bw.opens_at`)},
    'residentsOpenAt', ${milliseconds(sql`bw.residents_open_at`)}, 'closesAt', ${milliseconds(sql`bw.closes_at`)}
  )
  from booking_windows bw
  where bw.activity_id = a.id and bw.first_day <= ${to} and bw.last_day >= ${from}
  order by bw.first_day
)`;

export type WindowRow = BookingWindow & { id: number };

/** The windows of an activity, those that are over left out. */
export async function listWindows(ctx: Context, activityId: string, today: CivilDate): Promise<WindowRow[]> {
  authorize(ctx, "catalogue:write");

  const rows = await ctx.db.execute<WindowRow>(sql`
    select w.id::int as id, w.first_day as "firstDay", w.last_day as "lastDay",
      (${milliseconds(sql`w.opens_at`)})::float8 as "opensAt",
      (${milliseconds(sql`w.residents_open_at`)})::float8 as "residentsOpenAt",
      (${milliseconds(sql`w.closes_at`)})::float8 as "closesAt"
    from booking_windows w
    where w.activity_id = ${activityId} and w.last_day >= ${today}
    order by w.first_day`);
  return [...rows];
}

export type NextOpening = BookingWindow & { activity: string };

/** How many announcements help: the holidays that come next, not the whole year. */
const MOST_OPENINGS = 3;

/** The openings to come of what is offered, the next first; the same window of several structures is told once. */
export async function listNextOpenings(ctx: Context): Promise<NextOpening[]> {
  authorizeVisitor(ctx);

  const rows = await ctx.db.execute<NextOpening>(sql`
    select distinct a.name as activity, w.first_day as "firstDay", w.last_day as "lastDay",
      (${milliseconds(sql`w.opens_at`)})::float8 as "opensAt",
      (${milliseconds(sql`w.residents_open_at`)})::float8 as "residentsOpenAt",
      (${milliseconds(sql`w.closes_at`)})::float8 as "closesAt"
    from booking_windows w
    join activities a on a.id = w.activity_id
    join facilities f on f.id = a.facility_id
    where a.archived_at is null and f.archived_at is null and w.opens_at > ${ctx.now.toISOString()}
    order by "opensAt", activity
    limit ${MOST_OPENINGS}`);
  return [...rows];
}
