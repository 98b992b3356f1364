-- The counters of a slot, one row at a time in id order: locking a row in one plan node and updating it in another made
-- a request and a withdrawal of the same slot wait for each other, when both had been waiting for a third.
create or replace function reservations_count_places() returns trigger
language plpgsql
as $$
declare
  moved record;
begin
  if tg_op = 'INSERT' then
    for moved in
      select occurrence_id as id, count(*) filter (where holds_a_place(status))::int as places,
        count(*) filter (where status = 'waitlisted')::int as waits
      from added where holds_a_place(status) or status = 'waitlisted' group by 1 order by 1
    loop
      update slot_occurrences set taken = taken + moved.places, waiting = waiting + moved.waits where id = moved.id;
    end loop;
  elsif tg_op = 'DELETE' then
    for moved in
      select occurrence_id as id, count(*) filter (where holds_a_place(status))::int as places,
        count(*) filter (where status = 'waitlisted')::int as waits
      from removed where holds_a_place(status) or status = 'waitlisted' group by 1 order by 1
    loop
      update slot_occurrences set taken = taken - moved.places, waiting = waiting - moved.waits where id = moved.id;
    end loop;
  else
    for moved in
      select occurrence_id as id, sum(places)::int as places, sum(waits)::int as waits from (
        select occurrence_id, holds_a_place(status)::int as places, (status = 'waitlisted')::int as waits from added
        union all
        select occurrence_id, -holds_a_place(status)::int, -(status = 'waitlisted')::int from removed
      ) changes group by 1 having sum(places) <> 0 or sum(waits) <> 0 order by 1
    loop
      update slot_occurrences set taken = taken + moved.places, waiting = waiting + moved.waits where id = moved.id;
    end loop;
  end if;
  return null;
end
$$;
