/** What must hold in any database of the portal, as queries that find what breaks it. */
export const violations = {
  "a ledger transaction that does not sum to zero": `
    select transaction_id from ledger_entries group by 1 having sum(amount_cents) <> 0`,

  "a ledger transaction without entries": `
    select id from ledger_transactions t where not exists (select from ledger_entries where transaction_id = t.id)`,

  "a counter of places that is not the number of places held": `
    select o.id, o.taken from slot_occurrences o
    left join reservations r on r.occurrence_id = o.id and holds_a_place(r.status)
    group by o.id having count(r.id) <> o.taken or o.taken > o.capacity`,

  "a prepaid place that was confirmed without a captured payment": `
    select r.id, r.status from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where a.billing_mode = 'prepaid' and r.status not in ('requested', 'waitlisted') and not exists (
      select from checkout_lines l
      join checkouts c on c.id = l.checkout_id and c.settled_at is not null
      join payments p on p.id = c.payment_id and p.status = 'paid'
      where l.reservation_id = r.id and c.household_id = r.household_id and c.revenue_office_id = a.revenue_office_id
    )`,

  "a billed place that was paid in advance": `
    select l.reservation_id from checkout_lines l
    join reservations r on r.id = l.reservation_id
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where a.billing_mode <> 'prepaid'`,

  "a checkout that is not the sum of its lines, or not what was paid": `
    select c.id from checkouts c
    join payments p on p.id = c.payment_id
    join checkout_lines l on l.checkout_id = c.id
    join reservations r on r.id = l.reservation_id
    group by c.id, p.id
    having sum(l.price_cents) <> c.subtotal_cents or c.total_cents + c.credit_cents <> c.subtotal_cents
      or p.amount_cents <> c.total_cents or bool_or(r.price_cents <> l.price_cents)`,

  "a paid payment that the ledger does not know": `
    select p.id from payments p where p.status = 'paid' and not exists (
      select from ledger_transactions t
      join ledger_entries e on e.transaction_id = t.id and e.account = 'bank'
      where t.reference = 'payment:' || p.id and e.amount_cents = p.amount_cents and t.at = p.settled_at
    )`,

  "a household in debt at a régie": `
    select household_id, revenue_office_id from ledger_entries where account = 'household'
    group by 1, 2 having sum(amount_cents) > 0`,

  "a paid payment without exactly one receipt of its amount": `
    select p.id from payments p
    left join receipts r on r.payment_id = p.id and (r.view->>'amountCents')::int = p.amount_cents
    where p.status = 'paid' group by p.id having count(r.id) <> 1`,

  "a receipt that is not the sum of its lines": `
    select number from receipts, jsonb_array_elements(view->'lines') line
    group by id having sum((line->>'cents')::int) <> (view->>'amountCents')::int`,

  "a series of receipts with a gap, or whose counter is wrong": `
    select s.series from number_series s
    left join receipts r on left(r.number, -6) = s.series
    where s.series not like '%#%'
    group by s.series having count(*) <> s.last or max(right(r.number, 6)::int) <> s.last or min(right(r.number, 6)::int) <> 1`,

  "a receipt numbered before an earlier one": `
    select number from (
      select number, issued_at, lag(issued_at) over (partition by left(number, -6) order by number) as before from receipts
    ) numbered where issued_at < before`,

  "a bank transaction number that could be given again": `
    select p.reference from payments p
    left join transaction_counters c on c.site_id = split_part(p.reference, '-', 1)
      and c.day = to_date(split_part(p.reference, '-', 2), 'YYYYMMDD')
      and c.last >= split_part(p.reference, '-', 3)::int
    where p.gateway = 'systempay' and c.last is null`,

  "a payment that its bank would refuse": `
    select id from payments where amount_cents < 100 or order_reference !~ '^[A-Za-z0-9]{6,30}$'`,

  "a place asked for after its deadline": `
    select r.id from reservations r join slot_occurrences o on o.id = r.occurrence_id
    where r.requested_at >= o.booking_closes_at and r.status <> 'attended_unbooked'`,

  "a deadline after the service has begun": `
    select o.id from slot_occurrences o join slots s on s.id = o.slot_id
    where greatest(o.booking_closes_at, o.cancellation_closes_at) > (o.date + s.starts_at) at time zone 'Europe/Paris'`,

  "a child of another age than the slot's group": `
    select r.id from reservations r
    join persons p on p.id = r.child_id
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join age_groups g on g.id = s.age_group_id
    where extract(year from age(o.date, p.birth_date)) not between g.min_age and g.max_age`,

  "a child who is not enrolled that day": `
    select r.id from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    where not exists (
      select from enrollments e where e.child_id = r.child_id and e.activity_id = s.activity_id
        and e.status = 'approved' and o.date between e.starts_on and e.ends_on
    )`,

  "a child of another household": `
    select r.id from reservations r where not exists (
      select from household_members m
      where m.household_id = r.household_id and m.person_id = r.child_id and m.role = 'child'
    )`,

  "a place whose tariff is not the one in force": `
    select r.id from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join tariff_versions v on v.tariff_id = s.tariff_id and o.date >= v.valid_from
      and (v.valid_to is null or o.date <= v.valid_to)
    where r.pricing->>'validFrom' <> v.valid_from::text`,
};
