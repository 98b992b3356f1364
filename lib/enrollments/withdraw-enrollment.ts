import { eq } from "drizzle-orm";
import { enrollments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { EnrollmentInput } from "./input";
import { lockEnrollment } from "./lock-enrollment";

/** Takes back a request before it is decided, and forgets a draft; what is decided is `already_decided`. */
export async function withdrawEnrollment(ctx: Context, { householdId, enrollmentId }: EnrollmentInput): Promise<void> {
  authorize(ctx, "enrollments:write", { householdId });

  await inTransaction(ctx, async (ctx) => {
    const { id, status, childId, activityId, ...found } = await lockEnrollment(ctx, enrollmentId);
    if (found.householdId !== householdId) throw new DomainError("not_found");
    if (status === "approved" || status === "refused") throw new DomainError("already_decided");
    await ctx.db.delete(enrollments).where(eq(enrollments.id, id));
    await recordEvent(ctx, { type: "enrollment.withdrawn", subjectId: id, householdId, data: { childId, activityId } });
  });
}
