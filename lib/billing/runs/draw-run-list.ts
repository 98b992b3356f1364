import { and, eq, sql } from "drizzle-orm";
import { billingRunHouseholds, type billingRuns } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { findOfficeRules } from "../settings/office-rules";
import { billingScope, isAdjusted, isPricedZero, isToBill } from "./billable-lines";
import { QUOTIENT_MONTHS, sinceOf, UNUSUAL_FACTOR, USUAL_INVOICES } from "./rules";

export type BillingRun = typeof billingRuns.$inferSelect;

/**
 * Writes a draft's list of households with their lines, totals and warnings: one statement, however many they are. Those
 * that an agent had set aside stay aside.
 */
export async function drawRunList(ctx: Context, run: BillingRun): Promise<void> {
  authorize(ctx, "billing:run");

  const aside = await ctx.db
    .select({ householdId: billingRunHouseholds.householdId })
    .from(billingRunHouseholds)
    .where(and(eq(billingRunHouseholds.runId, run.id), eq(billingRunHouseholds.state, "carried")));
  await ctx.db.delete(billingRunHouseholds).where(eq(billingRunHouseholds.runId, run.id));

  const { revenueOfficeId, periodFrom, periodTo, carriesSmall, creditsAdjustments } = run;
  const { smallestInvoiceCents } = await findOfficeRules(ctx, revenueOfficeId);
  const today = dateOf(ctx.now);
  const kept = JSON.stringify(aside.map(({ householdId }) => householdId));
  await ctx.db.execute(sql`
    with scope as (
      select r.household_id, o.date, r.status, r.pricing, part.name as part, part.cents, l.cents as billed_cents,
        ${isToBill(today, creditsAdjustments)} as is_to_bill,
        ${isAdjusted(today)} as is_adjusted,
        ${isPricedZero(today)} and o.date >= ${periodFrom} as is_zero
      from ${billingScope}
      where a.revenue_office_id = ${revenueOfficeId} and o.date between ${sinceOf(periodFrom)} and ${periodTo}
    ), sums as (
      select household_id,
        count(*) filter (where is_to_bill)::int as lines,
        coalesce(sum(cents) filter (where is_to_bill), 0)::int as cents,
        count(*) filter (where is_to_bill and part = 'place' and status = 'booked')::int as unrecorded,
        count(*) filter (where is_to_bill and part = 'place' and pricing->>'missingQuotient' = 'true')::int as missing,
        count(*) filter (
          where is_to_bill and part = 'place'
            and (pricing->>'quotientFrom')::date < date - make_interval(months => ${QUOTIENT_MONTHS}::int)
        )::int as stale,
        count(*) filter (where is_to_bill and date < ${periodFrom})::int as late,
        count(*) filter (where is_zero)::int as zeros,
        count(*) filter (where is_adjusted)::int as adjusted,
        coalesce(sum(billed_cents) filter (where is_adjusted), 0)::int as adjusted_cents
      from scope where is_to_bill or is_adjusted or is_zero
      group by household_id
    ), usual as (
      select household_id, percentile_disc(0.5) within group (order by total_cents) as cents from (
        select household_id, total_cents, row_number() over (partition by household_id order by issued_at desc) as back
        from invoices where kind = 'invoice' and revenue_office_id = ${revenueOfficeId}
      ) recent where back <= ${USUAL_INVOICES} group by household_id
    )
    insert into billing_run_households (run_id, household_id, position, lines, total_cents, warnings, state)
    select ${run.id}, h.id, row_number() over (order by h.name, h.id), sums.lines, sums.cents,
      jsonb_strip_nulls(jsonb_build_object(
        'unrecorded', nullif(unrecorded, 0),
        'missingQuotient', nullif(missing, 0),
        'staleQuotient', nullif(stale, 0),
        'zeroPrice', nullif(zeros, 0),
        'late', nullif(late, 0),
        'adjusted', nullif(adjusted, 0),
        'adjustedCents', nullif(adjusted_cents, 0),
        'small', case when sums.cents between 1 and ${smallestInvoiceCents - 1} then true end,
        'usualCents', case when sums.cents > usual.cents * ${UNUSUAL_FACTOR}::int then usual.cents end
      )),
      (case
        when ${kept}::jsonb ? h.id::text then 'carried'
        when ${carriesSmall} and sums.cents between 1 and ${smallestInvoiceCents - 1} then 'carried'
        when sums.cents = 0 and (adjusted = 0 or not ${creditsAdjustments}) then 'nothing'
        else 'pending' end)::run_household_state
    from sums join households h on h.id = sums.household_id left join usual on usual.household_id = h.id`);
}
