import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { ActivityKind } from "./rules";

/** A slot of a day: what it can take, who is expected, and how old they are that day. */
export type PlannedSlot = {
  id: number;
  slotId: number;
  date: CivilDate;
  facilityId: string;
  facility: string;
  activityId: string;
  activity: string;
  kind: ActivityKind;
  hasPedt: boolean;
  slot: string;
  group: string | null;
  startsAt: string;
  endsAt: string;
  capacity: number;
  /** Places that are held, requests included. */
  taken: number;
  closedReason: string | null;
  closureId: string | null;
  plannedAdults: number | null;
  /** Children to look after: booked, already there, or there without having booked. */
  expected: number;
  inCarts: number;
  toApprove: number;
  waitlisted: number;
  present: number;
  unbooked: number;
  absent: number;
  /** Of those expected, on that very day; an unknown birth date counts among the youngest. */
  under6: number;
  from6: number;
};

type Asked = { from: CivilDate; to: CivilDate; facilityId?: string };

/** Every slot from one day to another, in one statement whatever the number of children. */
export async function listPlanning(ctx: Context, { from, to, facilityId }: Asked): Promise<PlannedSlot[]> {
  authorize(ctx, "planning:read");

  const rows = await ctx.db.execute<PlannedSlot>(sql`
    select
      o.id::int as id, o.slot_id as "slotId", o.date, f.id as "facilityId", f.name as facility, a.id as "activityId",
      a.name as activity, a.kind, a.has_pedt as "hasPedt", s.label as slot, g.name as "group",
      s.starts_at as "startsAt", s.ends_at as "endsAt", o.capacity, o.taken, o.closed_reason as "closedReason",
      o.closure_id as "closureId", o.planned_adults as "plannedAdults",
      count(*) filter (where e.expected)::int as expected,
      count(*) filter (where e.awaiting = 'payment')::int as "inCarts",
      count(*) filter (where e.awaiting = 'approval')::int as "toApprove",
      count(*) filter (where e.status = 'waitlisted')::int as waitlisted,
      count(*) filter (where e.status in ('attended', 'attended_unbooked'))::int as present,
      count(*) filter (where e.status = 'attended_unbooked')::int as unbooked,
      count(*) filter (where e.status in ('absent_charged', 'absent_excused'))::int as absent,
      count(*) filter (where e.expected and e.young)::int as under6,
      count(*) filter (where e.expected and not e.young)::int as from6
    from slot_occurrences o
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    join facilities f on f.id = a.facility_id
    left join age_groups g on g.id = s.age_group_id
    left join lateral (
      select r.status, r.awaiting,
        r.status in ('booked', 'cancellation_requested', 'attended', 'attended_unbooked') as expected,
        p.birth_date is null or p.birth_date > o.date - interval '6 years' as young
      from reservations r join persons p on p.id = r.child_id
      where r.occurrence_id = o.id and r.status not in ('refused', 'cancelled')
    ) e on true
    where o.date between ${from} and ${to} and (${facilityId ?? null}::uuid is null or f.id = ${facilityId ?? null}::uuid)
    group by o.id, s.id, a.id, f.id, g.id
    order by f.name, o.date, s.starts_at, a.position, a.name, s.label, g.min_age nulls first, s.id`);
  return [...rows];
}

/** How full a slot is on one weekday, over some weeks; `taken` and `capacity` add up the days that it was open. */
export type FillRate = Pick<
  PlannedSlot,
  "facilityId" | "facility" | "activity" | "slotId" | "slot" | "group" | "startsAt" | "endsAt" | "taken" | "capacity"
> & { weekday: number; days: number; fullDays: number };

/** The filling of each slot by weekday, closed days left out, in one statement (handbook §6.4). */
export async function listFillRates(ctx: Context, { from, to, facilityId }: Asked): Promise<FillRate[]> {
  authorize(ctx, "planning:read");

  const rows = await ctx.db.execute<FillRate>(sql`
    select f.id as "facilityId", f.name as facility, a.name as activity, s.id as "slotId", s.label as slot,
      g.name as "group", s.starts_at as "startsAt", s.ends_at as "endsAt", extract(isodow from o.date)::int as weekday,
      sum(o.taken)::int as taken, sum(o.capacity)::int as capacity, count(*)::int as days,
      count(*) filter (where o.taken >= o.capacity)::int as "fullDays"
    from slot_occurrences o
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    join facilities f on f.id = a.facility_id
    left join age_groups g on g.id = s.age_group_id
    where o.date between ${from} and ${to} and o.closed_reason is null
      and (${facilityId ?? null}::uuid is null or f.id = ${facilityId ?? null}::uuid)
    group by f.id, a.id, s.id, g.id, 9
    order by f.name, f.id, s.starts_at, a.position, a.name, s.label, g.min_age nulls first, s.id`);
  return [...rows];
}

/** What the organisation offers where: to filter by, and to close. */
export type Offer = {
  id: string;
  name: string;
  activities: { id: string; name: string; slots: { id: number; label: string; group: string | null }[] }[];
};

/** Structures with their activities and slots, in one statement. */
export async function listOffers(ctx: Context): Promise<Offer[]> {
  authorize(ctx, "planning:read");

  const rows = await ctx.db.execute<Offer>(sql`
    select f.id, f.name, coalesce((
      select json_agg(json_build_object('id', a.id, 'name', a.name, 'slots', coalesce((
        select json_agg(json_build_object('id', s.id, 'label', s.label, 'group', g.name) order by s.starts_at, g.min_age)
        from slots s left join age_groups g on g.id = s.age_group_id where s.activity_id = a.id
      ), '[]')) order by a.position, a.name)
      from activities a where a.facility_id = f.id
    ), '[]') as activities
    from facilities f order by f.name`);
  return [...rows];
}

/** A word that changes with anything that the planning of these days shows: what a screen asks again and again. */
export async function stampPlanning(ctx: Context, { from, to }: Asked): Promise<string> {
  authorize(ctx, "planning:read");

  const [row] = await ctx.db.execute<{ stamp: string }>(sql`
    select concat_ws('.', count(r.id), sum(hashtext(concat(r.id, r.status, r.awaiting))::bigint),
      sum(hashtext(concat(o.id, o.closed_reason, o.planned_adults, o.capacity))::bigint)) as stamp
    from slot_occurrences o left join reservations r on r.occurrence_id = o.id
    where o.date between ${from} and ${to}`);
  return row?.stamp ?? "";
}
