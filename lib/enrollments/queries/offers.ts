import { sql } from "drizzle-orm";
import type { EnrollmentMode, EnrollmentStatus, SchoolZone } from "@/db/schema";
import type { GroupCondition } from "@/lib/catalogue/facilities/rules";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { isEligible, isOfOwnSchool, type Period, periodsOf } from "../rules";

export type AskedEnrollment = {
  id: string;
  childId: string;
  activityId: string;
  status: EnrollmentStatus;
  startsOn: CivilDate;
  endsOn: CivilDate;
  reason: string | null;
};

type Activity = {
  id: string;
  name: string;
  kind: string;
  facility: string;
  zone: SchoolZone;
  mode: EnrollmentMode;
  papers: string[];
  groups: GroupCondition[];
};
type Row = {
  activities: Activity[];
  children: {
    id: string;
    firstName: string;
    rank: number;
    birthDate: CivilDate | null;
    gradeLevel: string | null;
    school: string | null;
  }[];
  enrollments: AskedEnrollment[];
};

export type EnrollmentOffer = Omit<Activity, "groups"> & {
  /** What may still be asked for this child. */
  periods: Period[];
  /** What was asked already, and is not over. */
  asked: AskedEnrollment[];
};

export type ChildOffers = Awaited<ReturnType<typeof listOffers>>[number];

/** For each child of a household, the activities that receive it and want an enrolment; one statement. */
export async function listOffers(ctx: Context, householdId: string) {
  authorize(ctx, "enrollments:read", { householdId });

  const today = dateOf(ctx.now);
  const [row] = await ctx.db.execute<Row>(offersOf(householdId, today));
  const { activities = [], children = [], enrollments = [] } = row ?? {};
  const places = activities.map(({ facility }) => facility);
  return children.map((child) => ({
    id: child.id,
    firstName: child.firstName,
    rank: child.rank,
    offers: activities.flatMap(({ groups, ...activity }): EnrollmentOffer[] => {
      const asked = enrollments.filter(({ childId, activityId }) => childId === child.id && activityId === activity.id);
      const periods = periodsOf(activity.kind, activity.zone, today).filter(
        (period) =>
          isOfOwnSchool(activity, child.school, places) && isEligible(child, groups, period) && !isTaken(asked, period),
      );
      return asked.length + periods.length === 0 ? [] : [{ ...activity, periods, asked }];
    }),
  }));
}

/** What is asked once for a period is not asked twice; a refusal may be followed by another request. */
const isTaken = (asked: readonly AskedEnrollment[], { startsOn, endsOn }: Period): boolean =>
  asked.some((one) => one.status !== "refused" && one.startsOn <= startsOn && endsOn <= one.endsOn);

const offersOf = (householdId: string, today: CivilDate) => sql`
  select
    coalesce((
      select json_agg(json_build_object(
        'id', a.id, 'name', a.name, 'kind', a.kind, 'facility', f.name, 'zone', f.school_zone, 'mode', a.enrollment,
        'papers', a.required_documents,
        'groups', array(
          select json_build_object('minAge', g.min_age, 'maxAge', g.max_age, 'grades', g.grades)
          from slots s left join age_groups g on g.id = s.age_group_id
          where s.activity_id = a.id and s.archived_at is null
        )
      ) order by f.name, a.position, a.name)
      from activities a join facilities f on f.id = a.facility_id
      where a.enrollment <> 'none' and a.archived_at is null and f.archived_at is null
        and exists (select from slots s where s.activity_id = a.id and s.archived_at is null)
    ), '[]') as activities,
    coalesce((
      select json_agg(json_build_object(
        'id', p.id, 'firstName', p.first_name, 'rank', m.rank, 'birthDate', p.birth_date, 'gradeLevel', p.grade_level, 'school', p.school
      ) order by m.rank, p.birth_date)
      from household_members m join persons p on p.id = m.person_id
      where m.household_id = ${householdId} and m.role = 'child'
    ), '[]') as children,
    coalesce((
      select json_agg(json_build_object(
        'id', e.id, 'childId', e.child_id, 'activityId', e.activity_id, 'status', e.status,
        'startsOn', e.starts_on, 'endsOn', e.ends_on, 'reason', e.reason
      ) order by e.starts_on)
      from household_members m join enrollments e on e.child_id = m.person_id
      where m.household_id = ${householdId} and m.role = 'child' and e.ends_on >= ${today}
    ), '[]') as enrollments`;
