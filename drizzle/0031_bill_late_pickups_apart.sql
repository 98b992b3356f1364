CREATE TYPE "public"."invoice_line_part" AS ENUM('place', 'late_pickup');--> statement-breakpoint
ALTER TABLE "billed_reservations" DROP CONSTRAINT "billed_reservations_pkey";--> statement-breakpoint
ALTER TABLE "billed_reservations" ADD COLUMN "part" "invoice_line_part" DEFAULT 'place' NOT NULL;--> statement-breakpoint
ALTER TABLE "billed_reservations" ADD CONSTRAINT "billed_reservations_pkey" PRIMARY KEY("reservation_id","part");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "part" "invoice_line_part" DEFAULT 'place' NOT NULL;--> statement-breakpoint

-- A line takes its part of a reservation, the place or a late departure; a credit line gives it back.
create or replace function invoice_lines_take_reservations() returns trigger
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
      or (l.id is not null and (l.invoice_id <> i.credit_of_id or l.reservation_id <> a.reservation_id or l.part <> a.part
        or l.cents <> a.cents))
  ) then
    raise exception 'a credit line gives back a line of the invoice that its note credits'
      using errcode = 'check_violation', constraint = 'invoice_lines_credit_check';
  end if;
  delete from billed_reservations b using added a where a.credits_line_id is not null and b.line_id = a.credits_line_id;
  insert into billed_reservations (reservation_id, part, line_id)
    select reservation_id, part, id from added where credits_line_id is null order by reservation_id, part;
  return null;
end
$$;
