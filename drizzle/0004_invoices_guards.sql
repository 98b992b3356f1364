-- Invoices: immutable once issued, their total that of their lines, a reservation on one line at a time, and never more
-- allocated than is due.

create trigger invoices_append_only before update or delete or truncate on invoices
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger invoice_lines_append_only before update or delete or truncate on invoice_lines
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger invoice_allocations_append_only before update or delete or truncate on invoice_allocations
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger checkout_invoices_append_only before update or delete or truncate on checkout_invoices
  for each statement execute function is_append_only();
--> statement-breakpoint

-- A line takes its reservation, a credit line gives it back. The primary key of billed_reservations is the last word: the
-- second line of a reservation is refused, whoever writes it.
create function invoice_lines_take_reservations() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from invoices i join (select invoice_id, sum(cents) as cents from added group by 1) n on n.invoice_id = i.id
    where n.cents <> i.total_cents
  ) then
    raise exception 'the lines of an invoice are written at once, and sum to its total'
      using errcode = 'check_violation', constraint = 'invoices_lines_total_check';
  end if;
  if exists (
    select from added a
    join invoices i on i.id = a.invoice_id
    left join invoice_lines l on l.id = a.credits_line_id
    where (i.kind = 'credit_note') <> (a.credits_line_id is not null)
      or (l.id is not null and (l.invoice_id <> i.credit_of_id or l.reservation_id <> a.reservation_id or l.cents <> a.cents))
  ) then
    raise exception 'a credit line gives back a line of the invoice that its note credits'
      using errcode = 'check_violation', constraint = 'invoice_lines_credit_check';
  end if;
  delete from billed_reservations b using added a where a.credits_line_id is not null and b.line_id = a.credits_line_id;
  insert into billed_reservations (reservation_id, line_id)
    select reservation_id, id from added where credits_line_id is null order by reservation_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger invoice_lines_taken after insert on invoice_lines
  referencing new table as added for each statement execute function invoice_lines_take_reservations();
--> statement-breakpoint

create function invoice_has_lines() returns trigger
language plpgsql
as $$
begin
  if (select coalesce(sum(cents), 0) from invoice_lines where invoice_id = new.id) <> new.total_cents then
    raise exception 'invoice % does not sum to its total', new.number
      using errcode = 'check_violation', constraint = 'invoices_lines_total_check';
  end if;
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger invoices_lines_total after insert on invoices
  deferrable initially deferred for each row execute function invoice_has_lines();
--> statement-breakpoint

-- 0 <= due <= total, whoever allocates at the same moment: the invoice is locked, then counted.
create function invoice_allocation_fits() returns trigger
language plpgsql
as $$
declare
  invoice invoices;
  allocated bigint;
begin
  select * into invoice from invoices where id = new.invoice_id for no key update;
  select coalesce(sum(amount_cents), 0) into allocated from invoice_allocations where invoice_id = new.invoice_id;
  if invoice.kind <> 'invoice' or allocated + new.amount_cents not between 0 and invoice.total_cents then
    raise exception 'allocation of % to invoice % does not fit', new.amount_cents, invoice.number
      using errcode = 'check_violation', constraint = 'invoice_allocations_due_check';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger invoice_allocations_fit before insert on invoice_allocations
  for each row execute function invoice_allocation_fits();
