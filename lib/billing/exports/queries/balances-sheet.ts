import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Cell, Sheet } from "../rules";
import type { SheetFilter } from "./filter";

type Balance = {
  office: string;
  household: string;
  credit: number;
  due: number;
  upcoming: number;
  days30: number;
  days60: number;
  days90: number;
  older: number;
};

/** What each family holds and owes today at each régie, its debts by age: the "balance âgée". */
export function balancesSheet(ctx: Context, filter: SheetFilter): Sheet {
  authorize(ctx, "revenue-office:read");
  return {
    columns: [
      { label: "Régie", kind: "text" },
      { label: "Famille", kind: "text" },
      { label: "Crédit du compte", kind: "cents" },
      { label: "Reste à payer", kind: "cents" },
      { label: "Pas encore échu", kind: "cents" },
      { label: "Échu depuis 1 à 30 jours", kind: "cents" },
      { label: "31 à 60 jours", kind: "cents" },
      { label: "61 à 90 jours", kind: "cents" },
      { label: "Plus de 90 jours", kind: "cents" },
    ],
    rows: rowsOf(ctx, filter),
  };
}

async function* rowsOf(ctx: Context, { officeId, now }: SheetFilter): AsyncGenerator<Cell[]> {
  const today = dateOf(now);
  const between = (least: number, most: number | null) => sql`coalesce(sum(d.cents) filter (where
    d.days >= ${least} ${most === null ? sql`` : sql`and d.days <= ${most}`}), 0)::int`;
  const rows = await ctx.db.execute<Balance>(sql`
    with money as (
      select household_id, revenue_office_id, -sum(amount_cents)::int as cents
      from ledger_entries where account = 'household' group by 1, 2
    ), debts as (
      select i.household_id, i.revenue_office_id, ${today}::date - i.due_on as days,
        i.total_cents - coalesce((select sum(a.amount_cents) from invoice_allocations a where a.invoice_id = i.id), 0) as cents
      from invoices i where i.kind = 'invoice'
    ), accounts as (
      select household_id, revenue_office_id from money union select household_id, revenue_office_id from debts
    )
    select o.name as office, h.name as household, coalesce(max(m.cents), 0)::int as credit,
      coalesce(sum(d.cents), 0)::int as due, coalesce(sum(d.cents) filter (where d.days <= 0), 0)::int as upcoming,
      ${between(1, 30)} as days30, ${between(31, 60)} as days60, ${between(61, 90)} as days90,
      ${between(91, null)} as older
    from accounts
    join revenue_offices o on o.id = accounts.revenue_office_id
    join households h on h.id = accounts.household_id
    left join money m on m.household_id = accounts.household_id and m.revenue_office_id = accounts.revenue_office_id
    left join debts d on d.household_id = accounts.household_id and d.revenue_office_id = accounts.revenue_office_id
    ${officeId ? sql`where o.id = ${officeId}` : sql``}
    group by o.id, h.id having coalesce(max(m.cents), 0) <> 0 or coalesce(sum(d.cents), 0) <> 0
    order by o.name, h.name, h.id`);
  for (const row of rows) {
    yield [row.office, row.household, row.credit, row.due, row.upcoming, row.days30, row.days60, row.days90, row.older];
  }
}
