import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

type Row = {
  id: string;
  householdId: string | null;
  household: string | null;
  firstName: string;
  lastName: string;
  birthDate: CivilDate | null;
  gradeLevel: string | null;
  school: string | null;
  activity: string;
  facility: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  submittedAt: string;
  /** Papers that the activity asks for and that no agent has judged yet. */
  unjudged: number;
};

export type WaitingEnrollment = Awaited<ReturnType<typeof listWaitingEnrollments>>[number];

/** What waits for an agent, first come first; one statement. */
export async function listWaitingEnrollments(ctx: Context, { limit = 100 } = {}) {
  authorize(ctx, "enrollments:review");

  const rows = await ctx.db.execute<Row>(sql`
    select e.id, e.household_id as "householdId", h.name as household, p.first_name as "firstName",
      p.last_name as "lastName", p.birth_date as "birthDate", p.grade_level as "gradeLevel", p.school,
      a.name as activity, f.name as facility, e.starts_on as "startsOn", e.ends_on as "endsOn",
      coalesce(e.submitted_at, e.created_at) as "submittedAt",
      (
        select count(*)::int from documents d
        where d.household_id = e.household_id and d.status = 'to_review' and d.removed_at is null
          and a.required_documents ? d.kind and (d.person_id is null or d.person_id = e.child_id)
      ) as unjudged
    from enrollments e
    join persons p on p.id = e.child_id
    join activities a on a.id = e.activity_id
    join facilities f on f.id = a.facility_id
    left join households h on h.id = e.household_id
    where e.status = 'submitted'
    order by e.submitted_at, e.id
    limit ${limit}`);
  return rows.map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) }));
}
