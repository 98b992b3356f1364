import { sql } from "drizzle-orm";
import type { InvoiceLinePart, PricingTrace, ReservationStatus } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { billingScope, isToBill } from "../runs/billable-lines";
import type { BillingRun } from "../runs/draw-run-list";
import { sinceOf } from "../runs/rules";

export type LineToBill = {
  reservationId: number;
  part: InvoiceLinePart;
  householdId: string;
  childId: string;
  child: string;
  date: string;
  activity: string;
  slot: string;
  status: ReservationStatus;
  priceCents: number;
  cents: number;
  pricing: PricingTrace;
};

/** What some households owe and is on no line, child by child and day by day; no row is kept from those who change it. */
export const listLinesToBill = async (ctx: Context, run: BillingRun, householdIds: string[]): Promise<LineToBill[]> => {
  authorize(ctx, "payments:settle");
  return [
    ...(await ctx.db.execute<LineToBill>(sql`
      select r.id::float8 as "reservationId", r.household_id as "householdId", r.child_id as "childId",
        p.first_name || ' ' || p.last_name as child, o.date::text as date, a.name as activity, s.label as slot, r.status,
        part.name as part, part.price_cents as "priceCents", part.cents,
        case when part.name = 'place' then r.pricing - 'latePickupCents' - 'leftAt' else r.pricing end as pricing
      from ${billingScope}
      join persons p on p.id = r.child_id
      left join household_members m on m.household_id = r.household_id and m.person_id = r.child_id
      where r.household_id = any(${sql.param(`{${householdIds.join(",")}}`)}::uuid[])
        and a.revenue_office_id = ${run.revenueOfficeId}
        and o.date between ${sinceOf(run.periodFrom)} and ${run.periodTo}
        and ${isToBill(dateOf(ctx.now), false)}
      order by r.household_id, m.rank, p.first_name, o.date, s.starts_at, r.id, part.name`)),
  ];
};
