-- slot_occurrences.taken and .waiting follow the reservations, statement by statement. Rows are locked in id order, so
-- that two families asking for the same slots cannot deadlock; the check on capacity is the last word.
create or replace function reservations_count_places() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    update slot_occurrences o set taken = o.taken + moved.places, waiting = o.waiting + moved.waits
      from (
        select s.id, m.places, m.waits from slot_occurrences s
        join (
          select occurrence_id, count(*) filter (where holds_a_place(status))::int as places,
            count(*) filter (where status = 'waitlisted')::int as waits
          from added where holds_a_place(status) or status = 'waitlisted' group by 1
        ) m on m.occurrence_id = s.id
        order by s.id for no key update of s
      ) moved
      where o.id = moved.id;
  elsif tg_op = 'DELETE' then
    update slot_occurrences o set taken = o.taken - moved.places, waiting = o.waiting - moved.waits
      from (
        select s.id, m.places, m.waits from slot_occurrences s
        join (
          select occurrence_id, count(*) filter (where holds_a_place(status))::int as places,
            count(*) filter (where status = 'waitlisted')::int as waits
          from removed where holds_a_place(status) or status = 'waitlisted' group by 1
        ) m on m.occurrence_id = s.id
        order by s.id for no key update of s
      ) moved
      where o.id = moved.id;
  else
    update slot_occurrences o set taken = o.taken + moved.places, waiting = o.waiting + moved.waits
      from (
        select s.id, m.places, m.waits from slot_occurrences s
        join (
          select occurrence_id, sum(places)::int as places, sum(waits)::int as waits from (
            select occurrence_id, holds_a_place(status)::int as places, (status = 'waitlisted')::int as waits from added
            union all
            select occurrence_id, -holds_a_place(status)::int, -(status = 'waitlisted')::int from removed
          ) changes group by 1 having sum(places) <> 0 or sum(waits) <> 0
        ) m on m.occurrence_id = s.id
        order by s.id for no key update of s
      ) moved
      where o.id = moved.id;
  end if;
  return null;
end
$$;
