import { eq } from "drizzle-orm";
import { activities, enrollments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** The enrolment with what its activity asks, its row held until the end of the transaction. */
export const lockEnrollment = async ({ db }: Context, enrollmentId: string) => {
  const [found] = await db
    .select({
      id: enrollments.id,
      childId: enrollments.childId,
      activityId: enrollments.activityId,
      householdId: enrollments.householdId,
      status: enrollments.status,
      startsOn: enrollments.startsOn,
      endsOn: enrollments.endsOn,
      reason: enrollments.reason,
      activity: activities.name,
      mode: activities.enrollment,
      papers: activities.requiredDocuments,
    })
    .from(enrollments)
    .innerJoin(activities, eq(activities.id, enrollments.activityId))
    .where(eq(enrollments.id, enrollmentId))
    .for("update", { of: enrollments });
  if (!found) throw new DomainError("not_found");
  return found;
};

export type LockedEnrollment = Awaited<ReturnType<typeof lockEnrollment>>;
