-- Guards that hold whatever code writes: capacity, the ledger's balance, and what may never change.

-- Which states of a reservation hold a place. An absent child gives it back; the cell stays theirs.
create function holds_a_place(status reservation_status) returns boolean
language sql immutable parallel safe
as $$ select status in ('requested', 'booked', 'cancellation_requested', 'attended') $$;
--> statement-breakpoint

-- slot_occurrences.taken follows the reservations, statement by statement. Rows are locked in id order, so that two
-- families asking for the same slots cannot deadlock; the check on capacity is the last word.
create function reservations_count_places() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    update slot_occurrences o set taken = o.taken + moved.places
      from (
        select s.id, m.places from slot_occurrences s
        join (
          select occurrence_id, count(*)::int as places from added where holds_a_place(status) group by 1
        ) m on m.occurrence_id = s.id
        order by s.id for no key update of s
      ) moved
      where o.id = moved.id;
  elsif tg_op = 'DELETE' then
    update slot_occurrences o set taken = o.taken - moved.places
      from (
        select s.id, m.places from slot_occurrences s
        join (
          select occurrence_id, count(*)::int as places from removed where holds_a_place(status) group by 1
        ) m on m.occurrence_id = s.id
        order by s.id for no key update of s
      ) moved
      where o.id = moved.id;
  else
    update slot_occurrences o set taken = o.taken + moved.places
      from (
        select s.id, m.places from slot_occurrences s
        join (
          select occurrence_id, sum(places)::int as places from (
            select occurrence_id, 1 as places from added where holds_a_place(status)
            union all
            select occurrence_id, -1 from removed where holds_a_place(status)
          ) changes group by 1 having sum(places) <> 0
        ) m on m.occurrence_id = s.id
        order by s.id for no key update of s
      ) moved
      where o.id = moved.id;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger reservations_places_inserted after insert on reservations
  referencing new table as added for each statement execute function reservations_count_places();
--> statement-breakpoint
create trigger reservations_places_deleted after delete on reservations
  referencing old table as removed for each statement execute function reservations_count_places();
--> statement-breakpoint
create trigger reservations_places_updated after update on reservations
  referencing old table as removed new table as added for each statement execute function reservations_count_places();
--> statement-breakpoint
-- A hot row is rewritten often: room on its page keeps the update there, without touching the indexes.
alter table slot_occurrences set (fillfactor = 60);
--> statement-breakpoint

-- The entries of one economic event sum to zero at commit.
create function ledger_is_balanced() returns trigger
language plpgsql
as $$
begin
  if (select sum(amount_cents) from ledger_entries where transaction_id = new.transaction_id) <> 0 then
    raise exception 'ledger transaction % is not balanced', new.transaction_id
      using errcode = 'check_violation', constraint = 'ledger_entries_balanced_check';
  end if;
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger ledger_entries_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function ledger_is_balanced();
--> statement-breakpoint

-- What has been written is corrected by a new row, never by changing the old one.
create function is_append_only() returns trigger
language plpgsql
as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end
$$;
--> statement-breakpoint
create trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger ledger_transactions_append_only before update or delete or truncate on ledger_transactions
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger receipts_append_only before update or delete or truncate on receipts
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger reservation_changes_append_only before update or delete or truncate on reservation_changes
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger payment_notices_append_only before delete or truncate on payment_notices
  for each statement execute function is_append_only();
--> statement-breakpoint

-- A payment that is paid stays paid, with what was paid: no late message takes money back.
create function paid_is_final() returns trigger
language plpgsql
as $$
begin
  raise exception 'payment % is paid', old.id
    using errcode = 'restrict_violation', constraint = 'payments_paid_is_final';
end
$$;
--> statement-breakpoint
create trigger payments_paid_is_final before update on payments
  for each row when (old.status = 'paid' and (new.status <> 'paid' or new.amount_cents <> old.amount_cents))
  execute function paid_is_final();
--> statement-breakpoint
create trigger consents_append_only before update or delete or truncate on consents
  for each statement execute function is_append_only();
--> statement-breakpoint

-- Searching a piece of a name among thousands of families.
create extension if not exists pg_trgm;
--> statement-breakpoint
create index household_index_content_idx on household_index using gin (content gin_trgm_ops);
--> statement-breakpoint

-- One pending request per field: a later change of mind supersedes the earlier one.
create unique index change_requests_pending_unique
  on change_requests (household_id, coalesce(person_id, household_id), field) where status = 'pending';
