import { sql } from "drizzle-orm";
import type { Awaiting, ReservationStatus } from "@/db/schema";
import { traceReading } from "@/lib/audit/trace-reading";
import { authorize } from "@/lib/core/authorize";
import { ageOn, type CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { plainText } from "@/lib/core/text";
import type { Diet } from "@/lib/families/health/rules";
import type { relations } from "@/lib/families/input";
import type { ActivityKind } from "../planning/rules";
import { type Departure, endOf, lateFrom } from "./rules";

type SlotOfDay = { slotId: number; date: CivilDate };

/** Someone who takes a child away, or must not. */
export type Collector = {
  name: string;
  relation: (typeof relations)[number];
  phone: string | null;
  isEmergencyContact: boolean;
};

type ChildFacts = {
  reservationId: number;
  childId: string;
  firstName: string;
  lastName: string;
  birthDate: CivilDate | null;
  gradeLevel: string | null;
  className: string | null;
  status: ReservationStatus;
  awaiting: Awaiting | null;
  hasAllergies: boolean;
  hasCarePlan: boolean;
  /** What is served to the child, where a meal is. */
  diet: Diet | null;
  pickups: (Collector & { kind: "allowed" | "forbidden" })[];
  guardians: Collector[];
  /** What the family answered about leaving alone: from when, in its own words; null when it did not agree. */
  leavesAlone: string | null;
  /** When the child came, by the touch that said so. */
  arrivedAt: string | null;
  departure: Departure | null;
};

type RollCallRow = {
  facility: string;
  activity: string;
  kind: ActivityKind;
  hasPedt: boolean;
  slot: string;
  group: string | null;
  startsAt: string;
  endsAt: string;
  toleranceMinutes: number;
  capacity: number;
  closedReason: string | null;
  children: ChildFacts[];
};

export type RollCallChild = Omit<ChildFacts, "pickups" | "guardians" | "birthDate"> & {
  age: number | null;
  allowed: Collector[];
  forbidden: Collector[];
};
export type RollCall = Omit<RollCallRow, "children"> &
  SlotOfDay & { endAt: string; lateFrom: string; children: RollCallChild[] };

/**
 * Who is expected on a slot of a day, by first name, with what the gate must know: that there is an allergy or a PAI,
 * never which; who may take the child away, who must not. In one statement; each reading is traced. Refuses with
 * `not_found` a slot that does not open that day.
 */
export async function getRollCall(ctx: Context, { slotId, date }: SlotOfDay): Promise<RollCall> {
  authorize(ctx, "attendance:write");

  const [row] = await ctx.db.execute<RollCallRow>(rollCall({ slotId, date }));
  if (!row) throw new DomainError("not_found");
  await traceReading(ctx, { type: "attendance-sheet.read", subjectId: `${slotId} ${date}` });
  return {
    ...row,
    slotId,
    date,
    endAt: endOf(date, row.endsAt).toISOString(),
    lateFrom: lateFrom(date, row).toISOString(),
    children: row.children.map(({ pickups, guardians, birthDate, ...child }) => {
      const forbidden = pickups.filter(({ kind }) => kind === "forbidden");
      const barred = new Set(forbidden.map(({ name }) => plainText(name)));
      const allowed = [...guardians, ...pickups.filter(({ kind }) => kind === "allowed")];
      return {
        ...child,
        age: birthDate ? ageOn(birthDate, date) : null,
        allowed: allowed.filter(({ name }) => !barred.has(plainText(name))).map(withoutKind),
        forbidden: forbidden.map(withoutKind),
      };
    }),
  };
}

const withoutKind = ({ name, relation, phone, isEmergencyContact }: Collector): Collector => ({
  name,
  relation,
  phone,
  isEmergencyContact,
});

const rollCall = ({ slotId, date }: SlotOfDay) => sql`
  select f.name as facility, a.name as activity, a.kind, a.has_pedt as "hasPedt", s.label as slot, g.name as "group", s.starts_at as "startsAt",
    s.ends_at as "endsAt", a.pickup_tolerance_minutes as "toleranceMinutes", o.capacity, o.closed_reason as "closedReason",
    coalesce((
      select json_agg(json_build_object(
        'reservationId', r.id, 'childId', p.id, 'firstName', p.first_name, 'lastName', p.last_name,
        'birthDate', p.birth_date, 'gradeLevel', p.grade_level, 'className', p.class_name,
        'status', ${shownStatus}, 'awaiting', r.awaiting,
        'hasAllergies', coalesce(h.has_allergies, false), 'hasCarePlan', coalesce(h.has_care_plan, false),
        'diet', case when s.serves_meal then coalesce(h.diet, 'none') end,
        'pickups', coalesce(pickups.list, '[]'), 'guardians', coalesce(guardians.list, '[]'),
        'leavesAlone', alone.detail, 'arrivedAt', came.at, 'departure', gone.departure
      ) order by lower(p.first_name), lower(p.last_name), p.id)
      from reservations r
      join persons p on p.id = r.child_id
      left join health_records h on h.child_id = p.id
      left join lateral (
        select json_agg(json_build_object(
          'name', u.first_name || ' ' || u.last_name, 'relation', u.relation, 'phone', u.phone, 'kind', u.kind,
          'isEmergencyContact', u.is_emergency_contact
        ) order by u.is_emergency_contact desc, u.rank, u.created_at) as list
        from pickup_authorizations u where u.child_id = p.id and u.removed_at is null
      ) pickups on true
      left join lateral (
        select json_agg(json_build_object(
          'name', w.first_name || ' ' || w.last_name, 'relation', coalesce(t.relation::text, 'guardian'),
          'phone', w.phone, 'isEmergencyContact', false
        ) order by m.rank, w.id) as list
        from (
          select distinct on (m.person_id) m.person_id, m.rank
          from household_members own
          join household_members m on m.household_id = own.household_id and m.role = 'guardian'
          where own.person_id = p.id and own.role = 'child' order by m.person_id, m.rank
        ) m
        join persons w on w.id = m.person_id
        left join guardianships t on t.adult_id = w.id and t.child_id = p.id
      ) guardians on true
      left join lateral (
        select case when last.value = 'granted' then coalesce(last.detail, '') end as detail from (
          select c.value, c.detail from consents c
          where c.child_id = p.id and c.kind = 'leave_alone' order by c.id desc limit 1
        ) last
      ) alone on true
      left join lateral (
        select min(t.at) as at from attendance_records t
        where t.reservation_id = r.id and t.state = 'present' and r.status in ('attended', 'attended_unbooked')
          and t.at > coalesce((
            select max(u.at) from attendance_records u where u.reservation_id = r.id and u.state in ('undone', 'absent')
          ), '-infinity')
      ) came on true
      ${gone}
      where r.occurrence_id = o.id and r.status not in ('refused', 'cancelled')
    ), '[]') as children
  from slot_occurrences o
  join slots s on s.id = o.slot_id
  join activities a on a.id = s.activity_id
  join facilities f on f.id = a.facility_id
  left join age_groups g on g.id = s.age_group_id
  where o.slot_id = ${slotId} and o.date = ${date}`;

/** The last touch: when it says that the child has gone home, or that it did not come. */
const gone = sql`left join lateral (
    select t.state, case when t.state = 'left' then json_build_object('at', t.left_at, 'collectedBy', t.collected_by) end as departure
    from attendance_records t where t.reservation_id = r.id order by t.at desc, t.id desc limit 1
  ) gone on r.status in ('attended', 'attended_unbooked', 'cancellation_requested')`;

/** A child pointed absent is so on the sheet, though its place waits for what becomes of its cancellation. */
const shownStatus = sql`case when r.status = 'cancellation_requested' and gone.state = 'absent' then 'absent_charged' else r.status end`;

export type ChildState = { childId: string; status: ReservationStatus; departure: Departure | null };

/** What changes while a tablet shows a slot: one state per child, without a name. */
export async function listStates(ctx: Context, { slotId, date }: SlotOfDay) {
  authorize(ctx, "attendance:write");

  const rows = await ctx.db.execute<ChildState>(sql`
    select r.child_id as "childId", ${shownStatus} as status, gone.departure
    from slot_occurrences o join reservations r on r.occurrence_id = o.id
    ${gone}
    where o.slot_id = ${slotId} and o.date = ${date} and r.status not in ('refused', 'cancelled')
    order by r.child_id`);
  return [...rows];
}

/** A child who might come unannounced. */
export type OtherChild = { id: string; name: string; detail: string };

const FOUND = 12;
/** Those enrolled in the activity go with the sheet, so that they are found without a network. */
const CARRIED = 600;

/** Children enrolled in the activity that day who are not on the sheet. */
export async function listOtherChildren(ctx: Context, { slotId, date }: SlotOfDay): Promise<OtherChild[]> {
  authorize(ctx, "attendance:write");

  const rows = await ctx.db.execute<OtherChild>(sql`
    select distinct on (lower(p.first_name), lower(p.last_name), p.id) p.id, p.first_name || ' ' || p.last_name as name,
      ${detail} as detail
    from slots s
    join enrollments e on e.activity_id = s.activity_id and e.status = 'approved' and ${date} between e.starts_on and e.ends_on
    join persons p on p.id = e.child_id
    where s.id = ${slotId} and not exists (
      select from reservations r join slot_occurrences o on o.id = r.occurrence_id
      where o.slot_id = s.id and o.date = ${date} and r.child_id = p.id and r.status not in ('refused', 'cancelled')
    )
    order by lower(p.first_name), lower(p.last_name), p.id limit ${CARRIED}`);
  return [...rows];
}

/** Any child of the organisation, by pieces of their names in any order. */
export async function searchChildren(ctx: Context, { q }: { q: string }): Promise<OtherChild[]> {
  authorize(ctx, "attendance:write");

  const words = plainText(q).split(" ").filter(Boolean);
  if (words.join("").length < 2) return [];
  const rows = await ctx.db.execute<OtherChild>(sql`
    select p.id, p.first_name || ' ' || p.last_name as name, ${detail} as detail
    from persons p
    where exists (select from household_members m where m.person_id = p.id and m.role = 'child')
      and ${sql.join(
        words.map((word) => sql`${searchable} like ${`%${word.replaceAll(/[%_\\]/g, "")}%`}`),
        sql` and `,
      )}
    order by p.first_name, p.last_name, p.id limit ${FOUND}`);
  return [...rows];
}

const detail = sql`concat_ws(', ', coalesce(p.class_name, p.grade_level), p.school)`;

/** As `plainText` writes it, near enough for names. */
const searchable = sql`translate(lower(p.first_name || ' ' || p.last_name), 'àâäáãåçéèêëîïíìôöóòõûüúùÿñ''-', 'aaaaaaceeeeiiiiooooouuuuyn  ')`;
