import { type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";

export type Violation = { invariant: string; subject: string };

/**
 * What must never be found in the database, whatever happened to it; each query names the rows that break its rule. The
 * names are those of the portal's list of guarantees. A reservation without any change is from before the portal.
 */
const queries: Record<string, SQL> = {
  "I1 capacity is never exceeded": sql`
    select o.id::text from slot_occurrences o
    where o.capacity < (select count(*) from reservations r where r.occurrence_id = o.id and holds_a_place(r.status))`,

  "I2 the counter is the number of places held": sql`
    select o.id::text from slot_occurrences o
    where o.taken <> (select count(*) from reservations r where r.occurrence_id = o.id and holds_a_place(r.status))
      or o.waiting <> (select count(*) from reservations r where r.occurrence_id = o.id and r.status = 'waitlisted')`,

  "I5 one live booking per child and slot": sql`
    select child_id::text from reservations where status not in ('refused', 'cancelled')
    group by child_id, occurrence_id having count(*) > 1`,

  "I7 every ledger transaction sums to zero": sql`
    select t.id::text from ledger_transactions t left join ledger_entries e on e.transaction_id = t.id
    group by t.id having coalesce(sum(e.amount_cents), 1) <> 0`,

  "I7 entries belong to the account of their transaction": sql`
    select e.id::text from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where e.revenue_office_id <> t.revenue_office_id or (e.household_id is not null and e.household_id <> t.household_id)`,

  "I8 a balance is what was paid in, less what was booked": sql`
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

  "I8 what a place was paid is the sum of what its changes say": sql`
    select r.id::text from reservations r join reservation_changes c on c.reservation_id = r.id
    group by r.id having sum(c.effect_cents) <> r.paid_cents`,

  "I8 no account is below zero": sql`
    select household_id::text from ledger_entries where account = 'household'
    group by household_id, revenue_office_id having sum(amount_cents) > 0`,

  "I9 a payment is credited once, and only when it is paid": sql`
    select p.id::text from payments p
    where (p.status = 'paid')::int <> (
      select count(*) from ledger_transactions t where t.kind = 'payment' and t.reference = 'payment:' || p.id
    )
    union all
    select t.id::text from ledger_transactions t
    where t.kind = 'payment' and not exists (select from payments p where t.reference = 'payment:' || p.id)`,

  "I10 the amount credited is the amount asked, and the amount that the bank stated": sql`
    select p.id::text from payments p
    left join ledger_transactions t on t.reference = 'payment:' || p.id
    left join ledger_entries e on e.transaction_id = t.id and e.account = 'household'
    where p.status = 'paid' and (
      e.amount_cents is distinct from -p.amount_cents
      or coalesce(p.last_answer->>'montant', p.last_answer->>'vads_amount', p.amount_cents::text) <> p.amount_cents::text
    )`,

  "I10 a checkout asks the price of its lines, less its credit": sql`
    select c.id::text from checkouts c left join payments p on p.id = c.payment_id
    where c.subtotal_cents <> c.credit_cents + c.total_cents
      or c.credit_cents < 0
      or c.total_cents <> coalesce(p.amount_cents, 0)
      or c.subtotal_cents <> (
        select coalesce(sum(cents), 0) from (
          select price_cents as cents from checkout_lines where checkout_id = c.id
          union all
          select amount_cents from checkout_invoices where checkout_id = c.id
        ) asked
      )`,

  "I11 exactly one receipt per payment that is paid": sql`
    select p.id::text from payments p left join receipts r on r.payment_id = p.id
    where (p.status = 'paid') <> (r.id is not null)`,

  "I11 receipts are numbered without a gap": sql`
    select series from (
      select left(number, -6) as series, count(*) as issued, max(right(number, 6)::int) as last from receipts group by 1
    ) issued full join (select * from number_series where series ~ '^(REC|TEST|QUI)') s using (series)
    where issued.issued is distinct from issued.last or issued.last is distinct from s.last`,

  "I11 a receipt says what became of the money": sql`
    select r.id::text from receipts r join payments p on p.id = r.payment_id
    where (r.view->>'amountCents')::int <> p.amount_cents
      or (r.view->>'creditUsedCents')::int < 0
      or (r.view->>'keptAsCreditCents')::int < 0
      or p.amount_cents + (r.view->>'creditUsedCents')::int <> (r.view->>'keptAsCreditCents')::int + (
        select coalesce(sum((line->>'cents')::int), 0)
        from jsonb_array_elements(r.view->'lines' || coalesce(r.view->'invoices', '[]')) line
      )`,

  "I12 no prepaid place is booked without money behind it": sql`
    select r.id::text
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where a.billing_mode = 'prepaid' and r.status not in ('requested', 'waitlisted', 'refused', 'cancelled', 'attended_unbooked')
      and not exists (
        select from checkout_lines l join checkouts c on c.id = l.checkout_id left join payments p on p.id = c.payment_id
        where l.reservation_id = r.id and c.settled_at is not null and (c.payment_id is null or p.status = 'paid')
      )`,

  "I13 what was paid is booked or credited, with its message": sql`
    select p.id::text from payments p left join checkouts c on c.payment_id = p.id
    where p.gateway is not null and ((p.status = 'paid') <> (c.settled_at is not null)
      or (p.status <> 'paid' and exists (select from emails m where m.dedupe_key = 'payment:' || p.id))
      or (p.status = 'paid' and p.last_answer is not null and not exists (
        select from emails m where m.dedupe_key = 'payment:' || p.id
      )))`,

  "I13 an agent is told of money that found no place": sql`
    select r.id::text from receipts r
    where (r.view->>'keptAsCreditCents')::int > 0 and r.view->>'gateway' is not null
      and not exists (select from payment_incidents i where i.payment_id = r.payment_id and i.kind = 'kept_as_credit')`,

  "I14 a hold ends once": sql`
    select reservation_id::text from reservation_changes
    where reason in ('hold_expired', 'withdrawn') or (reason = 'paid' and status = 'booked')
    group by reservation_id having count(*) > 1
    union all
    select reservation_id::text from reservation_changes
    where reason in ('offer_accepted', 'offer_expired', 'offer_declined')
    group by reservation_id having count(*) > 1`,

  "I20 nobody is served twice": sql`
    select reservation_id::text from reservation_changes where reason = 'offered'
    group by reservation_id having count(*) > 1`,

  "I16 what is refused or cancelled stays so, unless whoever cancelled took it back at once": sql`
    select distinct later.reservation_id::text from reservation_changes earlier
    join lateral (
      select * from reservation_changes c
      where c.reservation_id = earlier.reservation_id and c.id > earlier.id order by c.id limit 1
    ) later on true
    where earlier.status = 'refused' or (earlier.status = 'cancelled' and not (
      later.reason = 'cancellation_undone' and later.account_id = earlier.account_id
      and later.at <= earlier.at + interval '10 minutes'
    ))`,

  "I16 what is paid stays paid": sql`
    select distinct later.subject_id::text from audit_events paid
    join audit_events later on later.subject_id = paid.subject_id and later.id > paid.id
    where paid.type = 'payment.paid'
      and later.type in ('payment.paid', 'payment.refused', 'payment.cancelled', 'payment.expired', 'payment.failed', 'payment.pending')`,

  "I8 what is due is what the ledger says is owed": sql`
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

  "I11 invoices are numbered without a gap": sql`
    select s.series from number_series s
    left join (select series, count(*) as issued from invoices group by 1) i on i.series = s.series
    where s.series like '%#%' and s.last is distinct from i.issued
    union all
    select distinct series from invoices where series not in (select series from number_series)`,

  "I17 an invoice is the sum of its lines": sql`
    select i.number from invoices i left join invoice_lines l on l.invoice_id = i.id
    group by i.id having i.total_cents <> coalesce(sum(l.cents), 0)`,

  "I17 a reservation is on one line that is not credited": sql`
    select l.reservation_id::text from invoice_lines l
    left join invoice_lines c on c.credits_line_id = l.id
    left join billed_reservations b on b.line_id = l.id
    where l.credits_line_id is null
    group by l.reservation_id
    having count(*) filter (where c.id is null) > 1 or count(*) filter (where c.id is null) <> count(b.line_id)`,

  "I17 an invoice is allocated no more than its total, by movements of the ledger": sql`
    select i.number from invoices i join invoice_allocations a on a.invoice_id = i.id
    group by i.id having sum(a.amount_cents) not between 0 and i.total_cents
    union all
    select a.id::text from invoice_allocations a
    where not exists (select from ledger_transactions t where t.reference = a.ledger_reference)`,

  "I11 a withdrawn quittance has its entries reversed, once": sql`
    select p.id::text from payments p left join payment_cancellations c on c.payment_id = p.id
    where (c.payment_id is not null)::int <> (
      select count(*) from ledger_transactions t where t.reference = 'payment:' || p.id || ':cancelled'
    )`,

  "I8 what a family asked back is set aside until it is decided, and paid once": sql`
    select coalesce(set_aside.revenue_office_id, asked.revenue_office_id)::text from (
      select revenue_office_id, -sum(amount_cents) as cents
      from ledger_entries where account = 'refunds_due' group by 1
    ) set_aside
    full join (
      select revenue_office_id, sum(amount_cents) as cents
      from refund_requests where status in ('waiting', 'approved') group by 1
    ) asked using (revenue_office_id)
    where coalesce(set_aside.cents, 0) <> coalesce(asked.cents, 0)`,

  "trace: a reservation is in the state of its last change": sql`
    select r.id::text from reservations r
    where r.status <> (
      select c.status from reservation_changes c where c.reservation_id = r.id order by c.id desc limit 1
    )`,
};

const everything = sql.join(
  Object.entries(queries).map(
    ([invariant, query]) =>
      sql`select ${sql.raw(`'${invariant}'`)} as invariant, found.subject from (${query}) found (subject)`,
  ),
  sql` union all `,
);

/** Every broken rule, in one statement; an empty list is what a test wants to see. */
export async function checkInvariants({ db }: Pick<Context, "db">): Promise<Violation[]> {
  return [...(await db.execute<Violation>(everything))];
}
