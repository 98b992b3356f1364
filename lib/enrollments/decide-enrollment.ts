import { eq } from "drizzle-orm";
import { enrollments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { DecisionInput } from "@/lib/core/decision-input";
import { DomainError } from "@/lib/core/errors";
import { lockEnrollment } from "./lock-enrollment";
import { isDecidable } from "./rules";
import { tellFamily } from "./tell-family";

/** An agent approves, or refuses for a reason that the family reads; the first agent decides. */
export async function decideEnrollment(ctx: Context, { id, decision, reason }: DecisionInput): Promise<void> {
  authorize(ctx, "enrollments:review");

  await inTransaction(ctx, async (ctx) => {
    const found = await lockEnrollment(ctx, id);
    if (!isDecidable(found.status)) throw new DomainError("already_decided");
    const status = decision === "accept" ? "approved" : "refused";
    await ctx.db
      .update(enrollments)
      .set({
        status,
        reason: decision === "accept" ? null : reason,
        decidedAt: ctx.now,
        decidedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      })
      .where(eq(enrollments.id, id));
    const { householdId, childId, activityId } = found;
    await recordEvent(ctx, {
      type: `enrollment.${status}`,
      subjectId: id,
      householdId: householdId ?? undefined,
      data: { childId, activityId, reason },
    });
    await tellFamily(ctx, found, status);
  });
}
