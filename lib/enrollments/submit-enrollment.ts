import { and, eq } from "drizzle-orm";
import { type EnrollmentStatus, enrollments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findActivity, findChild, listPlaces } from "./find-wanted";
import type { SubmitEnrollmentInput } from "./input";
import { isComplete } from "./queries/papers";
import { isEligible, isOfOwnSchool, type Period, periodsOf, sentStatus } from "./rules";
import { tellFamily } from "./tell-family";

/**
 * Asks for a child's enrolment, or keeps the request as a draft. Complete and automatic, it is approved at once; an agent
 * who enrols decides by it. Asked again by who never heard the answer, says what it has become. Refuses `not_found`,
 * `wrong_age_group`, `other_school`, and `already_asked` for the same period.
 */
export async function submitEnrollment(
  ctx: Context,
  input: SubmitEnrollmentInput,
): Promise<{ status: EnrollmentStatus }> {
  const { householdId, childId, activityId } = input;
  authorize(ctx, "enrollments:write", { householdId });
  const child = await findChild(ctx, householdId, childId);
  const activity = await findActivity(ctx, activityId);
  const period = periodsOf(activity.kind, activity.zone, dateOf(ctx.now)).find(({ key }) => key === input.period);
  if (!period) throw new DomainError("invalid_input", { fields: { period: ["Choisissez une période de la liste."] } });
  if (!isEligible(child, activity.groups, period)) throw new DomainError("wrong_age_group");
  // An agent may know of an exemption.
  if (ctx.actor.kind === "guardian" && !isOfOwnSchool(activity, child.school, await listPlaces(ctx))) {
    throw new DomainError("other_school");
  }

  return inTransaction(ctx, async (ctx) => {
    const status = await firstStatus(ctx, input, activity);
    const { id, known } = await write(ctx, input, period, status);
    if (known) return { status: known };
    await recordEvent(ctx, {
      type: status === "draft" ? "enrollment.drafted" : "enrollment.submitted",
      subjectId: id,
      householdId,
      data: { childId, activityId, period: period.key, status },
    });
    if (status !== "draft") {
      await tellFamily(ctx, { id, householdId, activity: activity.name }, status === "submitted" ? "received" : status);
    }
    return { status };
  });
}

type Activity = Awaited<ReturnType<typeof findActivity>>;

async function firstStatus(ctx: Context, input: SubmitEnrollmentInput, { mode, papers }: Activity) {
  if (ctx.actor.kind === "agent") return "approved";
  if (input.send === "draft") return "draft";
  const { householdId, childId } = input;
  return sentStatus(mode, await isComplete(ctx, { householdId, childId, kinds: papers }));
}

type Written = { id: string; known?: EnrollmentStatus };

/**
 * One row per child, activity and beginning: what was refused or kept as a draft is asked again in its place, and what the
 * same person has asked already is `known`.
 */
async function write(
  ctx: Context,
  input: SubmitEnrollmentInput,
  period: Period,
  status: EnrollmentStatus,
): Promise<Written> {
  const { householdId, childId, activityId } = input;
  const { db, now, actor } = ctx;
  const { startsOn, endsOn } = period;
  const accountId = "accountId" in actor ? actor.accountId : null;
  const same = and(
    eq(enrollments.childId, childId),
    eq(enrollments.activityId, activityId),
    eq(enrollments.startsOn, startsOn),
  );
  const values = {
    householdId,
    status,
    endsOn,
    reason: null,
    requestedBy: accountId,
    submittedAt: status === "draft" ? null : now,
    decidedAt: status === "approved" ? now : null,
    decidedBy: status === "approved" && actor.kind === "agent" ? accountId : null,
  };
  const [known] = await db.select().from(enrollments).where(same).for("update");
  if (known && isStanding(known, endsOn)) {
    const isOwn = accountId !== null && known.requestedBy === accountId && known.householdId === householdId;
    if (!isOwn || status === "draft") throw new DomainError("already_asked");
    return { id: known.id, known: known.status };
  }
  const [written] = known
    ? await db.update(enrollments).set(values).where(eq(enrollments.id, known.id)).returning({ id: enrollments.id })
    : await db
        .insert(enrollments)
        .values({ ...values, childId, activityId, startsOn, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: enrollments.id });
  // Someone was faster: it stands there now.
  return written ?? write(ctx, input, period, status);
}

/** In force to the end of the period, or waiting for an answer. */
const isStanding = (known: { status: EnrollmentStatus; endsOn: string }, endsOn: string): boolean =>
  known.status === "submitted" || (known.status === "approved" && known.endsOn >= endsOn);
