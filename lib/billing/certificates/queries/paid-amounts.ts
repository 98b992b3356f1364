import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Means } from "@/lib/payments/rules";
import { instantsOf, type Period } from "../../office/rules";

export type PaidAmount = { on: string; receipt: string; means: Means | null; subject: string; cents: number };

/** What a family paid in some days, receipt by receipt; what was paid back counts negative. */
export async function listPaidAmounts(
  ctx: Context,
  { householdId, ...period }: Period & { householdId: string },
): Promise<PaidAmount[]> {
  authorize(ctx, "receipts:read", { householdId });
  const { start, end } = instantsOf(period);
  const [from, to] = [start.toISOString(), end.toISOString()];
  const rows = await ctx.db.execute<Omit<PaidAmount, "on"> & { at: string }>(sql`
    select p.settled_at::text as at, r.number as receipt, p.means, p.subject, p.amount_cents as cents
    from payments p join receipts r on r.payment_id = p.id
    where p.household_id = ${householdId} and p.status = 'paid'
      and p.settled_at >= ${from}::timestamptz and p.settled_at < ${to}::timestamptz
      and not exists (select from payment_cancellations c where c.payment_id = p.id)
    union all
    select f.executed_at::text, 'Remboursement', 'transfer', 'Remboursement de crédit', -f.amount_cents
    from refund_requests f
    where f.household_id = ${householdId} and f.executed_at >= ${from}::timestamptz and f.executed_at < ${to}::timestamptz
    order by 1`);
  return rows.map(({ at, ...row }) => ({ ...row, on: dateOf(new Date(at)) }));
}
