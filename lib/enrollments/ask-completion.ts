import { eq } from "drizzle-orm";
import { enrollments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { AskCompletionInput } from "./input";
import { lockEnrollment } from "./lock-enrollment";
import { isDecidable } from "./rules";
import { tellFamily } from "./tell-family";

/** Sends a request back to its family with what is wanted; they complete it and send it again. Once: the first agent asks. */
export async function askCompletion(ctx: Context, { enrollmentId, reason }: AskCompletionInput): Promise<void> {
  authorize(ctx, "enrollments:review");

  await inTransaction(ctx, async (ctx) => {
    const found = await lockEnrollment(ctx, enrollmentId);
    const isAsked = found.status === "incomplete" && found.reason !== null;
    if (isAsked || !isDecidable(found.status)) throw new DomainError("already_decided");
    await ctx.db.update(enrollments).set({ status: "incomplete", reason }).where(eq(enrollments.id, enrollmentId));
    await recordEvent(ctx, {
      type: "enrollment.returned",
      subjectId: enrollmentId,
      householdId: found.householdId ?? undefined,
      data: { reason },
    });
    await tellFamily(ctx, found, "incomplete");
  });
}
