import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { instantsOf, type Period } from "../rules";

export type Taking = { day: CivilDate; count: number; cents: number; cancelledCents: number };

/**
 * What came in on each day of a period, in the order of days, less the quittances withdrawn on it: the days add up to the
 * total of `getTotals`. A day without anything has no row.
 */
export async function listTakings(
  ctx: Context,
  { period, officeId }: { period: Period; officeId?: string },
): Promise<Taking[]> {
  authorize(ctx, "revenue-office:read");

  const { start, end } = instantsOf(period);
  const [from, to] = [start.toISOString(), end.toISOString()];
  const ofOffice = officeId ? sql`and p.revenue_office_id = ${officeId}` : sql``;
  return [
    ...(await ctx.db.execute<Taking>(sql`
      select (at at time zone 'Europe/Paris')::date::text as day, count(*) filter (where cents > 0)::int as count,
        sum(cents)::float8 as cents, coalesce(-sum(cents) filter (where cents < 0), 0)::float8 as "cancelledCents"
      from (
        select p.settled_at as at, p.amount_cents as cents from payments p
        where p.status = 'paid' and p.settled_at >= ${from}::timestamptz and p.settled_at < ${to}::timestamptz ${ofOffice}
        union all
        select c.cancelled_at, -p.amount_cents from payment_cancellations c join payments p on p.id = c.payment_id
        where c.cancelled_at >= ${from}::timestamptz and c.cancelled_at < ${to}::timestamptz ${ofOffice}
      ) moved (at, cents)
      group by 1 order by 1`)),
  ];
}
