import { sql } from "drizzle-orm";
import type { Control } from "./rules";

/**
 * What must hold of the trail. Each seal is checked against the one before it, so that one pass in the order of an index
 * tells which event is wrong and not only where the chain first breaks. What the portal took out itself is told by an
 * event of the trail: `trail.purged` names the seal that then opens the chain, `trail.redacted` what an event was and is.
 */
export const trailControls: Control[] = [
  {
    name: "I23 every event is the one that was sealed, in its place",
    sentence: "Aucune ligne du journal n’a été changée, retirée ou déplacée depuis qu’elle est scellée.",
    broken: sql`
      with purged as materialized (
        select (data->>'position')::bigint as position, data->>'hash' as hash from audit_events where type = 'trail.purged'
      ), redacted as materialized (
        select (one->>'id')::bigint as id, one->>'was' as was, one->>'is' as now
        from audit_events e, jsonb_array_elements(e.data->'events') one where e.type = 'trail.redacted'
      ), sealed as (
        select s.position, s.event_id, s.hash, e.id is not null as is_there, audit_event_digest(e) as digest,
          lag(s.position) over in_order as previous_position, lag(s.hash) over in_order as previous_hash
        from audit_seals s left join audit_events e on e.id = s.event_id
        window in_order as (order by s.position)
      )
      select event_id || case
        when position > 1 and previous_position is null then ' (ce qui précède est retiré)'
        when position <> coalesce(previous_position, 0) + 1 then ' (une ligne avant celle-ci est retirée)'
        when not is_there then ' (retirée)'
        else ' (changée)'
      end
      from sealed
      where (
        position <> coalesce(previous_position, 0) + 1 or not is_there or hash <> encode(sha256(
          convert_to(coalesce(previous_hash, '') || ' ' || digest, 'UTF8')
        ), 'hex')
      )
      and not (previous_position is null and not is_there and exists (
        select from purged where purged.position = sealed.position and purged.hash = sealed.hash
      ))
      and not exists (
        select from redacted r
        where r.id = sealed.event_id and r.now = sealed.digest and position = coalesce(previous_position, 0) + 1
          and hash = encode(sha256(convert_to(coalesce(previous_hash, '') || ' ' || r.was, 'UTF8')), 'hex')
      )`,
  },
];
