import { sql } from "drizzle-orm";
import type { Control } from "./rules";

/** What must hold of payments and of their receipts; the names are those of the list of guarantees. */
export const paymentControls: Control[] = [
  {
    name: "I9 a payment is credited once, and only when it is paid",
    sentence: "Un paiement est crédité une fois, et seulement s’il est payé.",
    broken: sql`
      select p.id::text from payments p
      where (p.status = 'paid')::int <> (
        select count(*) from ledger_transactions t where t.kind = 'payment' and t.reference = 'payment:' || p.id
      )
      union all
      select t.id::text from ledger_transactions t
      where t.kind = 'payment' and not exists (select from payments p where t.reference = 'payment:' || p.id)`,
  },
  {
    name: "I10 the amount credited is the amount asked, and the amount that the bank stated",
    sentence: "La somme créditée est celle demandée, et celle que la banque a dite.",
    broken: sql`
      select p.id::text from payments p
      left join ledger_transactions t on t.reference = 'payment:' || p.id
      left join ledger_entries e on e.transaction_id = t.id and e.account = 'household'
      where p.status = 'paid' and (
        e.amount_cents is distinct from -p.amount_cents
        or coalesce(p.last_answer->>'montant', p.last_answer->>'vads_amount', p.amount_cents::text) <> p.amount_cents::text
      )`,
  },
  {
    name: "I10 a checkout asks the price of its lines, less its credit",
    sentence: "Un panier demande le prix de ses lignes, moins le crédit utilisé.",
    broken: sql`
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
  },
  {
    name: "I11 exactly one receipt per payment that is paid",
    sentence: "Chaque paiement a un reçu, et un seul.",
    broken: sql`
      select p.id::text from payments p left join receipts r on r.payment_id = p.id
      where (p.status = 'paid') <> (r.id is not null)`,
  },
  {
    name: "I11 receipts are numbered without a gap",
    sentence: "Les reçus et quittances sont numérotés sans trou.",
    broken: sql`
      select series from (
        select left(number, -6) as series, count(*) as issued, max(right(number, 6)::int) as last from receipts group by 1
      ) issued full join (select * from number_series where series ~ '^(REC|TEST|QUI)') s using (series)
      where issued.issued is distinct from issued.last or issued.last is distinct from s.last`,
  },
  {
    name: "I11 a receipt says what became of the money",
    sentence: "Chaque reçu dit ce qu’est devenu tout l’argent.",
    broken: sql`
      select r.id::text from receipts r join payments p on p.id = r.payment_id
      where (r.view->>'amountCents')::int <> p.amount_cents
        or (r.view->>'creditUsedCents')::int < 0
        or (r.view->>'keptAsCreditCents')::int < 0
        or p.amount_cents + (r.view->>'creditUsedCents')::int <> (r.view->>'keptAsCreditCents')::int + (
          select coalesce(sum((line->>'cents')::int), 0)
          from jsonb_array_elements(r.view->'lines' || coalesce(r.view->'invoices', '[]')) line
        )`,
  },
  {
    name: "I11 a withdrawn quittance has its entries reversed, once",
    sentence: "Une quittance annulée a ses écritures reprises, une fois.",
    broken: sql`
      select p.id::text from payments p left join payment_cancellations c on c.payment_id = p.id
      where (c.payment_id is not null)::int <> (
        select count(*) from ledger_transactions t where t.reference = 'payment:' || p.id || ':cancelled'
      )`,
  },
  {
    name: "I13 what was paid is booked or credited, with its message",
    sentence: "Ce qui est payé est réservé ou crédité, et la famille en a eu le message.",
    broken: sql`
      select p.id::text from payments p left join checkouts c on c.payment_id = p.id
      where p.gateway is not null and ((p.status = 'paid') <> (c.settled_at is not null)
        or (p.status <> 'paid' and exists (select from emails m where m.dedupe_key = 'payment:' || p.id))
        or (p.status = 'paid' and p.last_answer is not null and not exists (
          select from emails m where m.dedupe_key = 'payment:' || p.id
        )))`,
  },
  {
    name: "I13 an agent is told of money that found no place",
    sentence: "L’argent qui n’a pas trouvé de place est signalé à la régie.",
    broken: sql`
      select r.id::text from receipts r
      where (r.view->>'keptAsCreditCents')::int > 0 and r.view->>'gateway' is not null
        and not exists (select from payment_incidents i where i.payment_id = r.payment_id and i.kind = 'kept_as_credit')`,
  },
  {
    name: "I16 what is paid stays paid",
    sentence: "Ce qui est payé le reste, quoi que dise la banque ensuite.",
    broken: sql`
      select distinct later.subject_id::text from audit_events paid
      join audit_events later on later.subject_id = paid.subject_id and later.id > paid.id
      where paid.type = 'payment.paid'
        and later.type in ('payment.paid', 'payment.refused', 'payment.cancelled', 'payment.expired', 'payment.failed', 'payment.pending')`,
  },
];
