import { sql } from "drizzle-orm";
import type { Control } from "./rules";

/** What must hold of invoices; the names are those of the list of guarantees. */
export const invoiceControls: Control[] = [
  {
    name: "I8 what is due is what the ledger says is owed",
    sentence: "Ce que les factures disent dû est ce que dit le grand livre.",
    broken: sql`
      select coalesce(owed.household_id, due.household_id)::text
      from (
        select household_id, revenue_office_id, sum(amount_cents) as cents
        from ledger_entries where account = 'receivable' group by 1, 2
      ) owed
      full join (
        select i.household_id, i.revenue_office_id, sum(i.total_cents - coalesce(a.cents, 0)) as cents
        from invoices i
        left join (select invoice_id, sum(amount_cents) as cents from invoice_allocations group by 1) a on a.invoice_id = i.id
        where i.kind = 'invoice' group by 1, 2
      ) due on due.household_id = owed.household_id and due.revenue_office_id = owed.revenue_office_id
      where coalesce(owed.cents, 0) <> coalesce(due.cents, 0)`,
  },
  {
    name: "I11 invoices are numbered without a gap",
    sentence: "Les factures et avoirs sont numérotés sans trou.",
    broken: sql`
      select s.series from number_series s
      left join (select series, count(*) as issued from invoices group by 1) i on i.series = s.series
      where s.series like '%#%' and s.last is distinct from i.issued
      union all
      select distinct series from invoices where series not in (select series from number_series)`,
  },
  {
    name: "I17 an invoice is the sum of its lines",
    sentence: "Une facture est la somme de ses lignes.",
    broken: sql`
      select i.number from invoices i left join invoice_lines l on l.invoice_id = i.id
      group by i.id having i.total_cents <> coalesce(sum(l.cents), 0)`,
  },
  {
    name: "I17 a reservation is on one line that is not credited",
    sentence: "Une réservation, comme un départ en retard, n’est que sur une ligne de facture non créditée.",
    broken: sql`
      select l.reservation_id::text from invoice_lines l
      left join invoice_lines c on c.credits_line_id = l.id
      left join billed_reservations b on b.line_id = l.id
      where l.credits_line_id is null
      group by l.reservation_id, l.part
      having count(*) filter (where c.id is null) > 1 or count(*) filter (where c.id is null) <> count(b.line_id)`,
  },
  {
    name: "I17 an invoice is allocated no more than its total, by movements of the ledger",
    sentence: "Une facture ne reçoit jamais plus que son total, par des mouvements du grand livre.",
    broken: sql`
      select i.number from invoices i join invoice_allocations a on a.invoice_id = i.id
      group by i.id having sum(a.amount_cents) not between 0 and i.total_cents
      union all
      select a.id::text from invoice_allocations a
      where not exists (select from ledger_transactions t where t.reference = a.ledger_reference)`,
  },
];
