import { sql } from "drizzle-orm";
import type { ApprovalMode, BillingMode, SchoolZone } from "@/db/schema";
import { windowsBetween } from "@/lib/catalogue/windows/queries";
import { type BookingWindow, endOfBooking, timesOn } from "@/lib/catalogue/windows/rules";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { blockingPapers } from "@/lib/documents/blocking-papers";
import { type CustodySchedule, isElsewhere } from "@/lib/families/custody/rules";
import type { CellsInput } from "./input";
import { type PriceFacts, priceOn } from "./prices/rules";

type Facts = PriceFacts & {
  childId: string;
  slotId: number;
  date: CivilDate;
  approval: ApprovalMode;
  billing: BillingMode;
  holdMinutes: number;
  birthDate: CivilDate | null;
  gradeLevel: string | null;
  minAge: number | null;
  maxAge: number | null;
  grades: string[] | null;
  occurrenceId: string | null;
  bookingClosesAt: string | null;
  windows: BookingWindow[];
  lateRequests: boolean;
  lateSurchargeCents: number;
  /** Places left; null where nothing opens. */
  left: number | null;
  closedReason: string | null;
  enrolled: boolean;
  live: boolean;
  /** What must be sent before this child may book; null when nothing is. */
  papers: string[] | null;
  startsAt: string;
  endsAt: string;
  zone: SchoolZone;
  schedules: CustodySchedule[];
};

/** A cell that someone wants, with all that decides whether it can be booked and at what price. */
export type Candidate = ReturnType<typeof toCandidate>;

/**
 * Reads the wanted cells in one statement. Refuses with `not_found` a child of another family or an unknown slot. `hold`:
 * the enrolments that make them possible do not end before the transaction does.
 */
export async function findCandidates(
  ctx: Context,
  { householdId, cells }: CellsInput,
  { hold = false } = {},
): Promise<Candidate[]> {
  authorize(ctx, "reservations:write", { householdId });

  const wanted = [...new Map(cells.map((cell) => [`${cell.childId} ${cell.slotId} ${cell.date}`, cell])).values()];
  const rows = await ctx.db.execute<Facts>(sql`
    select
      w.child_id as "childId", w.slot_id as "slotId", w.date, a.approval, a.billing_mode as billing,
      a.hold_minutes as "holdMinutes", p.birth_date as "birthDate", p.grade_level as "gradeLevel",
      g.min_age as "minAge", g.max_age as "maxAge", g.grades,
      o.id as "occurrenceId", o.booking_closes_at as "bookingClosesAt", o.capacity - o.taken - o.waiting as left,
      o.closed_reason as "closedReason", s.starts_at as "startsAt", s.ends_at as "endsAt", f.school_zone as zone,
      h.tariff_category as category, t.label as tariff, a.late_requests as "lateRequests",
      a.late_surcharge_cents as "lateSurchargeCents", ${windowsBetween(sql`w.date`, sql`w.date`)} as windows,
      a.enrollment = 'none' or exists (
        select from enrollments e
        where e.child_id = w.child_id and e.activity_id = a.id and e.status = 'approved'
          and w.date between e.starts_on and e.ends_on
        ${hold ? sql`for key share` : sql``}
      ) as enrolled,
      exists (
        select from reservations r
        where r.child_id = w.child_id and r.occurrence_id = o.id and r.status not in ('refused', 'cancelled')
      ) as live,
      case when a.kind <> 'lunch' then papers.names end as papers,
      array(
        select json_build_object('effectiveFrom', c.effective_from, 'rules', c.rules)
        from custody_schedules c where c.child_id = w.child_id
      ) as schedules,
      array(
        select json_build_object('validFrom', v.valid_from, 'validTo', v.valid_to, 'rule', v.rule)
        from tariff_versions v
        where v.tariff_id = s.tariff_id and w.date >= v.valid_from and (v.valid_to is null or w.date <= v.valid_to)
      ) as versions,
      array(
        select json_build_object('value', q.value, 'source', q.source, 'from', q.effective_from, 'to', q.effective_to)
        from income_quotients q
        where q.household_id = h.id and w.date >= q.effective_from and (q.effective_to is null or w.date <= q.effective_to)
        order by q.effective_from desc limit 1
      ) as quotients
    from unnest(
      ${sql.param(wanted.map(({ childId }) => childId))}::uuid[],
      ${sql.param(wanted.map(({ slotId }) => slotId))}::int[],
      ${sql.param(wanted.map(({ date }) => date))}::text[]::date[]
    ) as w (child_id, slot_id, date)
    join household_members m on m.household_id = ${householdId} and m.person_id = w.child_id and m.role = 'child'
    join households h on h.id = m.household_id
    join persons p on p.id = w.child_id
    join slots s on s.id = w.slot_id
    join activities a on a.id = s.activity_id
    join facilities f on f.id = a.facility_id
    join tariffs t on t.id = s.tariff_id
    left join (${blockingPapers(householdId, dateOf(ctx.now))}) papers on papers.child_id = w.child_id
    left join age_groups g on g.id = s.age_group_id
    left join slot_occurrences o on o.slot_id = s.id and o.date = w.date
    order by o.id, w.child_id`);
  if (rows.length !== wanted.length) throw new DomainError("not_found");
  return rows.map((facts) => toCandidate(householdId, facts));
}

const toCandidate = (
  householdId: string,
  { occurrenceId, bookingClosesAt, windows, schedules, startsAt, endsAt, zone, ...facts }: Facts,
) => {
  const { date, category } = facts;
  const times = timesOn(windows, date, category);
  return {
    ...facts,
    occurrence:
      occurrenceId && bookingClosesAt
        ? {
            id: Number(occurrenceId),
            opensAt: times.opensAt === null ? null : new Date(times.opensAt),
            closesAt: new Date(endOfBooking(new Date(bookingClosesAt).getTime(), times)),
            beginsAt: instantOf(date, startsAt.slice(0, 5)),
          }
        : null,
    elsewhere: isElsewhere(schedules, householdId, { date, endsAt, calendar: { zone } }),
    price: priceOn(facts, date),
  };
};
