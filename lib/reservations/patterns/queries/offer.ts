import { sql } from "drizzle-orm";
import type { BillingMode, OwnSchoolYear, SchoolZone } from "@/db/schema";
import { holidaysOn, schoolYearsFrom } from "@/lib/catalogue/calendar/rules";
import { type GroupCondition, isOfGroup } from "@/lib/catalogue/facilities/rules";
import { authorize } from "@/lib/core/authorize";
import { addDays, ageOn, type CivilDate, dateOf, mondayOf, weekOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { dayInWords, timeInWords } from "@/lib/core/format-date";
import type { ActivityKind } from "../../planning/rules";
import type { HouseholdInput } from "../input";
import { endOfSchoolYear, type OfferedChild, type OfferedWeek, type PatternOffer } from "../rules";

type Row = GroupCondition & {
  childId: string;
  firstName: string;
  rank: number;
  birthDate: CivilDate | null;
  grade: string | null;
  slotId: number;
  label: string;
  activityId: string;
  activity: string;
  kind: ActivityKind;
  billing: BillingMode;
  startsAt: string;
  endsAt: string;
  zone: SchoolZone;
  ownSchoolYears: OwnSchoolYear[];
  weekdays: number[];
};

/** Days ahead in which something must open to be offered: a school year and its summer. */
const HORIZON = 400;
/** Where no school calendar is known. */
const DEFAULT_DAYS = 90;

/** What the children of a household may be booked for week after week, and until when; in one statement. */
export async function getPatternOffer(ctx: Context, { householdId }: HouseholdInput): Promise<PatternOffer> {
  authorize(ctx, "reservations:read", { householdId });

  const today = dateOf(ctx.now);
  const from = addDays(today, 1);
  const rows = await ctx.db.execute<Row>(offered(householdId, from, addDays(today, HORIZON)));
  const [first] = rows;
  const zone = first?.zone ?? "unknown";
  const years = schoolYearsFrom(today, zone, { ownSchoolYears: first?.ownSchoolYears });
  const to = endOfSchoolYear(years, from) ?? addDays(today, DEFAULT_DAYS);
  return { from, to, children: childrenOf([...rows], from, to), weeks: weeksOf(today, to, zone) };
}

const offered = (householdId: string, from: CivilDate, to: CivilDate) => sql`
  select p.id as "childId", p.first_name as "firstName", m.rank, p.birth_date as "birthDate", p.grade_level as grade,
    s.id as "slotId", s.label, a.id as "activityId", a.name as activity, a.kind, a.billing_mode as billing,
    s.starts_at as "startsAt", s.ends_at as "endsAt", f.school_zone as zone, f.own_school_years as "ownSchoolYears",
    g.min_age as "minAge", g.max_age as "maxAge", g.grades, days.weekdays
  from household_members m
  join persons p on p.id = m.person_id
  join activities a on a.archived_at is null and (
    a.enrollment = 'none' or exists (
      select from enrollments e
      where e.child_id = m.person_id and e.activity_id = a.id and e.status = 'approved'
        and e.starts_on <= ${to} and e.ends_on >= ${from}
    )
  )
  join facilities f on f.id = a.facility_id
  join slots s on s.activity_id = a.id
  left join age_groups g on g.id = s.age_group_id
  cross join lateral (
    select array_agg(distinct extract(isodow from o.date)::int) as weekdays
    from slot_occurrences o where o.slot_id = s.id and o.date between ${from} and ${to} and o.closed_reason is null
  ) days
  where m.household_id = ${householdId} and m.role = 'child' and days.weekdays is not null
  order by m.rank, p.birth_date, s.starts_at, a.position, s.id`;

function childrenOf(rows: Row[], from: CivilDate, to: CivilDate): OfferedChild[] {
  const children = new Map<string, OfferedChild>();
  for (const row of rows.filter((row) => isEverOfGroup(row, from, to))) {
    const { childId: id, firstName, rank, slotId, label, activity, weekdays } = row;
    const child = children.get(id) ?? { id, firstName, rank, columns: [] };
    children.set(id, child);
    const known = child.columns.find((column) => column.label === label && column.activity === activity);
    if (known) {
      known.slotIds.push(slotId);
      known.weekdays = [...new Set([...known.weekdays, ...weekdays])].toSorted();
      continue;
    }
    child.columns.push({
      slotIds: [slotId],
      label,
      activity,
      hours: `${timeInWords(row.startsAt)} – ${timeInWords(row.endsAt)}`,
      isHolidays: row.kind === "holidays",
      isPrepaid: row.billing === "prepaid",
      weekdays: weekdays.toSorted(),
    });
  }
  return [...children.values()];
}

/** A child grows during the year: the group of its first day, of its last one, or of any in between. */
function isEverOfGroup({ birthDate, grade, ...group }: Row, from: CivilDate, to: CivilDate): boolean {
  const ages = birthDate === null ? [null] : [...new Set([ageOn(birthDate, from), ageOn(birthDate, to)])];
  return ages.some((age) => isOfGroup(group, { age, grade }));
}

function weeksOf(today: CivilDate, to: CivilDate, zone: SchoolZone): OfferedWeek[] {
  const weeks: OfferedWeek[] = [];
  for (let monday = mondayOf(today); monday <= to; monday = addDays(monday, 7)) {
    const words = dayInWords(monday).replace(/^lundi /, "");
    weeks.push({ monday, number: weekOf(monday), words, note: holidaysOn(monday, zone)?.label ?? null });
  }
  return weeks;
}
