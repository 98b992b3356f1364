import { sql } from "drizzle-orm";
import type { Control } from "./rules";

/** What must hold of accounts and of the ledger; the names are those of the list of guarantees. */
export const moneyControls: Control[] = [
  {
    name: "I7 every ledger transaction sums to zero",
    sentence: "Chaque mouvement du grand livre s’équilibre au centime.",
    broken: sql`
      select t.id::text from ledger_transactions t left join ledger_entries e on e.transaction_id = t.id
      group by t.id having coalesce(sum(e.amount_cents), 1) <> 0`,
  },
  {
    name: "I7 entries belong to the account of their transaction",
    sentence: "Chaque écriture est au compte de son mouvement.",
    broken: sql`
      select e.id::text from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
      where e.revenue_office_id <> t.revenue_office_id or (e.household_id is not null and e.household_id <> t.household_id)`,
  },
  {
    name: "I8 a balance is what was paid in, less what was booked",
    sentence: "Chaque solde est ce qui a été payé, moins ce qui a été réservé, facturé ou rendu.",
    broken: sql`
      select coalesce(b.household_id, e.household_id)::text
      from (
        select household_id, revenue_office_id, -sum(amount_cents) as cents
        from ledger_entries where account = 'household' group by 1, 2
      ) b
      full join (
        select household_id, revenue_office_id, sum(cents) as cents from (
          select household_id, revenue_office_id, amount_cents as cents from payments where status = 'paid'
          union all
          select r.household_id, a.revenue_office_id, -r.paid_cents
          from reservations r
          join slot_occurrences o on o.id = r.occurrence_id
          join slots s on s.id = o.slot_id
          join activities a on a.id = s.activity_id
          union all
          select e.household_id, e.revenue_office_id, -e.amount_cents
          from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
          where e.account = 'household' and t.kind not in ('payment', 'booking', 'cancellation')
        ) movements group by 1, 2
      ) e on e.household_id = b.household_id and e.revenue_office_id = b.revenue_office_id
      where coalesce(b.cents, 0) <> coalesce(e.cents, 0)`,
  },
  {
    name: "I8 what a place was paid is the sum of what its changes say",
    sentence: "Ce qu’une place a coûté d’avance est la somme de ses changements.",
    broken: sql`
      select r.id::text from reservations r join reservation_changes c on c.reservation_id = r.id
      group by r.id having sum(c.effect_cents) <> r.paid_cents`,
  },
  {
    name: "I8 no account is below zero",
    sentence: "Aucun compte de famille n’est en dessous de zéro.",
    broken: sql`
      select household_id::text from ledger_entries where account = 'household'
      group by household_id, revenue_office_id having sum(amount_cents) > 0`,
  },
  {
    name: "I8 what a family asked back is set aside until it is decided, and paid once",
    sentence: "L’argent d’un remboursement demandé est mis de côté jusqu’à sa décision.",
    broken: sql`
      select coalesce(set_aside.revenue_office_id, asked.revenue_office_id)::text from (
        select revenue_office_id, -sum(amount_cents) as cents
        from ledger_entries where account = 'refunds_due' group by 1
      ) set_aside
      full join (
        select revenue_office_id, sum(amount_cents) as cents
        from refund_requests where status in ('waiting', 'approved') group by 1
      ) asked using (revenue_office_id)
      where coalesce(set_aside.cents, 0) <> coalesce(asked.cents, 0)`,
  },
];
