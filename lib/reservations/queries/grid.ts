import { sql } from "drizzle-orm";
import type {
  ApprovalMode,
  Awaiting,
  BillingMode,
  ReservationStatus,
  SchoolZone,
  TariffCategory,
  WaitingOrder,
} from "@/db/schema";
import { windowsBetween } from "@/lib/catalogue/windows/queries";
import type { BookingWindow } from "@/lib/catalogue/windows/rules";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { blockingPapers } from "@/lib/documents/blocking-papers";
import type { CustodySchedule } from "@/lib/families/custody/rules";
import type { PriceFacts } from "../prices/rules";

type Child = {
  id: string;
  firstName: string;
  rank: number;
  birthDate: string | null;
  gradeLevel: string | null;
  /** Who has a child of two households when. */
  schedules: CustodySchedule[];
};
type Reservation = {
  childId: string;
  slotId: number;
  date: CivilDate;
  status: ReservationStatus;
  awaiting: Awaiting | null;
  /** Booked by the child's other household: what it costs, and who asked, is not told. */
  elsewhere: boolean;
  priceCents: number | null;
  by: string | null;
};

/** Who books: the household's children, what prices depend on, and what is already booked. */
export type HouseholdFacts = {
  id: string;
  category: TariffCategory;
  children: Child[];
  quotients: PriceFacts["quotients"];
  /** Whose bookings wait for a paper to be sent. */
  papers: { childId: string; names: string[] }[];
  reservations: Reservation[];
};

/** A slot that a child of the household is enrolled in, or that asks for no enrolment; its days are parallel lists. */
export type OfferedSlot = {
  id: number;
  label: string;
  activity: string;
  zone: SchoolZone;
  billing: BillingMode;
  approval: ApprovalMode;
  startsAt: string;
  endsAt: string;
  ageGroup: string | null;
  minAge: number | null;
  maxAge: number | null;
  grades: string[] | null;
  tariff: string;
  versions: PriceFacts["versions"];
  enrolled: { childId: string; from: string; to: string }[];
  windows: BookingWindow[];
  lateRequests: boolean;
  lateSurchargeCents: number;
  waitingOrder: WaitingOrder;
  dates: CivilDate[];
  /** End of booking, in minutes since 1970. */
  closes: number[];
  capacities: number[];
  taken: number[];
  /** How many are on the waiting list. */
  waiting: number[];
  closed: (string | null)[];
};

export type GridFacts = { household: HouseholdFacts; slots: OfferedSlot[] };

/**
 * Everything the grid and the day panel are drawn from, in two statements whatever the number of children and days.
 * Refuses with `not_found` a household that is not the actor's.
 */
export async function readGrid(ctx: Context, householdId: string, from: CivilDate, to: CivilDate): Promise<GridFacts> {
  authorize(ctx, "reservations:read", { householdId });

  const [[household], slots] = await Promise.all([
    ctx.db.execute<HouseholdFacts>(householdFacts(householdId, from, to, dateOf(ctx.now))),
    ctx.db.execute<OfferedSlot>(offeredSlots(householdId, from, to)),
  ]);
  if (!household) throw new DomainError("not_found");
  return { household, slots: [...slots] };
}

/** `offset 0`: a prepared plan does not know the dates, and would start from the days of everybody. */
const householdFacts = (householdId: string, from: CivilDate, to: CivilDate, today: CivilDate) => sql`
  select
    h.id, h.tariff_category as category,
    coalesce((
      select json_agg(json_build_object(
        'id', p.id, 'firstName', p.first_name, 'rank', m.rank, 'birthDate', p.birth_date,
        'gradeLevel', p.grade_level,
        'schedules', array(
          select json_build_object('effectiveFrom', c.effective_from, 'rules', c.rules)
          from custody_schedules c where c.child_id = p.id
        )
      ) order by m.rank, p.birth_date)
      from household_members m join persons p on p.id = m.person_id
      where m.household_id = h.id and m.role = 'child'
    ), '[]') as children,
    coalesce((
      select json_agg(json_build_object(
        'value', q.value, 'source', q.source, 'from', q.effective_from, 'to', q.effective_to
      ) order by q.effective_from desc)
      from income_quotients q
      where q.household_id = h.id and q.effective_from <= ${to} and (q.effective_to is null or q.effective_to >= ${from})
    ), '[]') as quotients,
    coalesce((
      select json_agg(json_build_object('childId', b.child_id, 'names', b.names))
      from (${blockingPapers(householdId, today)}) b
    ), '[]') as papers,
    coalesce((
      select json_agg(json_build_object(
        'childId', r.child_id, 'slotId', o.slot_id, 'date', o.date, 'status', r.status, 'awaiting', r.awaiting,
        'elsewhere', r.household_id <> h.id,
        'priceCents', case when r.household_id = h.id then r.price_cents end,
        'by', case when r.household_id = h.id then a.display_name end
      ))
      from (
        select r.* from household_members m join reservations r on r.child_id = m.person_id
        where m.household_id = h.id and m.role = 'child' and r.status not in ('refused', 'cancelled') offset 0
      ) r
      join slot_occurrences o on o.id = r.occurrence_id
      left join accounts a on a.id = r.requested_by
      where o.date between ${from} and ${to}
    ), '[]') as reservations
  from households h
  where h.id = ${householdId}`;

const offeredSlots = (householdId: string, from: CivilDate, to: CivilDate) => sql`
  with enrolled as (
    select activity_id, json_agg(json_build_object('childId', child_id, 'from', starts_on, 'to', ends_on)) as children
    from (
      select e.activity_id, e.child_id, e.starts_on, e.ends_on
      from household_members m
      join enrollments e on e.child_id = m.person_id and e.status = 'approved'
        and e.starts_on <= ${to} and e.ends_on >= ${from}
      where m.household_id = ${householdId} and m.role = 'child'
      union all
      select a.id, m.person_id, ${from}::date, ${to}::date
      from activities a join household_members m on m.household_id = ${householdId} and m.role = 'child'
      where a.enrollment = 'none'
    ) open_to
    group by activity_id
  )
  select
    s.id, s.label, a.name as activity, f.school_zone as zone, a.billing_mode as billing, a.approval,
    s.starts_at as "startsAt", s.ends_at as "endsAt", g.name as "ageGroup", g.min_age as "minAge", g.max_age as "maxAge",
    g.grades, t.label as tariff,
    coalesce((
      select json_agg(json_build_object('validFrom', v.valid_from, 'validTo', v.valid_to, 'rule', v.rule))
      from tariff_versions v
      where v.tariff_id = s.tariff_id and v.valid_from <= ${to} and (v.valid_to is null or v.valid_to >= ${from})
    ), '[]') as versions,
    enrolled.children as enrolled, ${windowsBetween(sql`${from}`, sql`${to}`)} as windows,
    a.late_requests as "lateRequests", a.late_surcharge_cents as "lateSurchargeCents",
    a.waiting_order as "waitingOrder", days.*
  from enrolled
  join activities a on a.id = enrolled.activity_id
  join facilities f on f.id = a.facility_id
  join slots s on s.activity_id = a.id
  join tariffs t on t.id = s.tariff_id
  left join age_groups g on g.id = s.age_group_id
  cross join lateral (
    select
      json_agg(o.date order by o.date) as dates,
      json_agg(extract(epoch from o.booking_closes_at)::bigint / 60 order by o.date) as closes,
      json_agg(o.capacity order by o.date) as capacities,
      json_agg(o.taken order by o.date) as taken,
      json_agg(o.waiting order by o.date) as waiting,
      json_agg(o.closed_reason order by o.date) as closed
    from slot_occurrences o
    where o.slot_id = s.id and o.date between ${from} and ${to}
  ) days
  where days.dates is not null
  order by s.starts_at, a.position, s.label, s.id`;
