import { and, eq, isNull } from "drizzle-orm";
import { enrollments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockEnrollment } from "./lock-enrollment";
import { isComplete } from "./queries/papers";
import { sentStatus } from "./rules";
import { tellFamily } from "./tell-family";

/**
 * Takes up the requests of a household that lacked only papers, once these have come. What an agent sent back with a
 * question waits for the family's own answer.
 */
export async function completeEnrollments(ctx: Context, { householdId }: { householdId: string }): Promise<void> {
  authorize(ctx, "jobs:run");

  const waiting = await ctx.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(
      and(eq(enrollments.householdId, householdId), eq(enrollments.status, "incomplete"), isNull(enrollments.reason)),
    );
  for (const { id } of waiting) await inTransaction(ctx, (ctx) => takeUp(ctx, householdId, id));
}

async function takeUp(ctx: Context, householdId: string, id: string): Promise<void> {
  const found = await lockEnrollment(ctx, id);
  const { childId, mode, papers } = found;
  if (found.status !== "incomplete" || found.reason !== null) return;
  if (!(await isComplete(ctx, { householdId, childId, kinds: papers }))) return;

  const status = sentStatus(mode, true);
  await ctx.db
    .update(enrollments)
    .set({ status, decidedAt: status === "approved" ? ctx.now : null })
    .where(eq(enrollments.id, id));
  await recordEvent(ctx, { type: "enrollment.completed", subjectId: id, householdId, data: { status } });
  await tellFamily(ctx, found, status === "approved" ? "approved" : "received");
}
