import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";

/**
 * Moves what was paid in advance from the money held for families to the revenue of the régie, once the day is gone by
 * (handbook §5.4, "service delivered"); and back, when a place already counted was given back since, for an absence
 * excused late. Whichever comes first, the accounts end the same. Once per reservation, however often it runs.
 */
export async function recognizeRevenue(ctx: Context): Promise<{ recognized: number; reversed: number }> {
  authorize(ctx, "ledger:write");
  return inTransaction(ctx, async (ctx) => ({ recognized: await recognize(ctx), reversed: await reverse(ctx) }));
}

const delivered = sql`'reservation:' || r.id || ':delivered'`;
const undelivered = sql`'reservation:' || r.id || ':undelivered'`;

/** Places that took place, or were charged all the same: not those whose cancellation an agent still has to decide. */
const recognize = (ctx: Context): Promise<number> =>
  post(ctx, {
    label: "Service rendu",
    from: "deferred_revenue",
    to: "revenue",
    due: sql`
      select ${delivered} as reference, r.household_id, a.revenue_office_id, r.paid_cents as cents
      from reservations r
      join slot_occurrences o on o.id = r.occurrence_id
      join slots s on s.id = o.slot_id
      join activities a on a.id = s.activity_id
      where r.paid_cents > 0 and o.date < ${dateOf(ctx.now)}::date
        and r.status in ('booked', 'attended', 'absent_charged')
        and not exists (select from ledger_transactions t where t.reference = ${delivered})`,
  });

/** What was counted and has been given back to the family, who had it from the money held for them. */
const reverse = (ctx: Context): Promise<number> =>
  post(ctx, {
    label: "Service rendu : repris",
    from: "revenue",
    to: "deferred_revenue",
    due: sql`
      select ${undelivered} as reference, t.household_id, t.revenue_office_id, e.amount_cents as cents
      from reservations r
      join ledger_transactions t on t.reference = ${delivered}
      join ledger_entries e on e.transaction_id = t.id and e.amount_cents > 0
      where r.paid_cents = 0
        and not exists (select from ledger_transactions u where u.reference = ${undelivered})`,
  });

type Move = {
  label: string;
  from: "deferred_revenue" | "revenue";
  to: "deferred_revenue" | "revenue";
  due: ReturnType<typeof sql>;
};

/** One statement, however many places: what is due, its transactions, their two entries each. */
async function post({ db, now }: Context, { label, from, to, due }: Move): Promise<number> {
  const written = await db.execute(sql`
    with due as materialized (${due}),
    written as (
      insert into ledger_transactions (kind, reference, label, household_id, revenue_office_id, at)
      select 'recognition', reference, ${label}, household_id, revenue_office_id, ${now.toISOString()}::timestamptz
      from due order by reference on conflict (reference) do nothing
      returning id, reference, revenue_office_id
    )
    insert into ledger_entries (transaction_id, account, revenue_office_id, amount_cents)
    select written.id, side.account, written.revenue_office_id, side.sign * due.cents
    from written join due using (reference)
    cross join (values (${from}::ledger_account, 1), (${to}::ledger_account, -1)) side (account, sign)
    returning transaction_id`);
  return written.length / 2;
}
