-- What an event says, in one text that is the same on every server; a column added later leaves the old digests as they are.
create function audit_event_digest(event audit_events) returns text
language sql stable
as $$
  select encode(sha256(convert_to(jsonb_build_array(
    event.id, (extract(epoch from event.at) * 1000000)::bigint, event.type, event.actor_kind,
    event.account_id, event.household_id, event.subject_id, event.data
  )::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint

-- The trail is never rewritten. Two verbs alone take something out of it, under a setting of their own transaction: what
-- is past its time is removed, and what an event says of someone who was erased is blanked. Each writes what it did in
-- the trail, without which the chain tells of it.
create function audit_is_append_only() returns trigger
language plpgsql
as $$
declare
  task text := current_setting('portail.trail', true);
begin
  if tg_op = 'DELETE' and task = 'purge' then
    return old;
  end if;
  if tg_op = 'UPDATE' and task = 'redact' and to_jsonb(new) ->> 'data' is null
    and to_jsonb(new) - 'data' = to_jsonb(old) - 'data' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end
$$;
--> statement-breakpoint
drop trigger audit_events_append_only on audit_events;
--> statement-breakpoint
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_events_never_emptied before truncate on audit_events
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_seals_never_emptied before truncate on audit_seals
  for each statement execute function is_append_only();
