import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { billingScope, isAdjusted } from "../runs/billable-lines";
import { writeCreditNote } from "./credit-invoice";
import { releaseInWords } from "./rules";

type Released = { invoiceId: string; lineIds: number[]; reasons: string[] };

/**
 * Credits at once what a household was billed for and no longer owes: an absence excused or a service closed after the
 * invoice. One credit note per invoice; run again, it finds nothing left. What it leaves, the next run settles.
 */
export async function creditReleased(ctx: Context, householdId: string): Promise<void> {
  authorize(ctx, "payments:settle");

  await inTransaction(ctx, async (ctx) => {
    await lockHousehold(ctx, householdId);
    for (const { invoiceId, lineIds, reasons } of await listReleased(ctx, householdId)) {
      await writeCreditNote(ctx, { invoiceId, lineIds, reason: releaseInWords(reasons) });
    }
  });
}

/** Lines whose place was given up, by invoice, with why: a place that may still be pointed again is left alone. */
const listReleased = (ctx: Context, householdId: string) =>
  ctx.db.execute<Released>(sql`
    select l.invoice_id as "invoiceId", array_agg(l.id::float8 order by l.id) as "lineIds",
      array_agg(distinct coalesce(why.reason, '')) as reasons
    from ${billingScope}
    join invoices i on i.id = l.invoice_id
    left join lateral (
      select c.reason from reservation_changes c where c.reservation_id = r.id order by c.id desc limit 1
    ) why on true
    where r.household_id = ${householdId} and r.status in ('refused', 'cancelled', 'absent_excused')
      and ${isAdjusted(dateOf(ctx.now))}
    group by l.invoice_id, i.issued_at, i.number order by i.issued_at, i.number`);
