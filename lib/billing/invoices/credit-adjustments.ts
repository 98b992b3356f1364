import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { billingScope, isAdjusted } from "../runs/billable-lines";
import type { BillingRun } from "../runs/draw-run-list";
import { sinceOf } from "../runs/rules";
import { writeCreditNote } from "./credit-invoice";

/** Said to the family on the credit note. */
const REASON = "Régularisation : absence justifiée, annulation ou prix corrigé après la facture";

/** Credits the lines billed earlier that are no longer due, or not at that price, of some households of a run. */
export async function creditAdjustments(ctx: Context, run: BillingRun, householdIds: string[]): Promise<void> {
  authorize(ctx, "payments:settle");

  const adjusted = await ctx.db.execute<{ invoiceId: string; lineIds: number[] }>(sql`
    select l.invoice_id as "invoiceId", array_agg(l.id::float8 order by l.id) as "lineIds"
    from ${billingScope}
    join invoices i on i.id = l.invoice_id
    where r.household_id = any(${sql.param(`{${householdIds.join(",")}}`)}::uuid[])
      and i.revenue_office_id = ${run.revenueOfficeId}
      and a.revenue_office_id = ${run.revenueOfficeId}
      and o.date between ${sinceOf(run.periodFrom)} and ${run.periodTo}
      and ${isAdjusted(dateOf(ctx.now))}
    group by l.invoice_id, i.issued_at, i.number order by i.issued_at, i.number`);
  for (const { invoiceId, lineIds } of adjusted) {
    await writeCreditNote(ctx, { invoiceId, lineIds, reason: REASON, runId: run.id });
  }
}
