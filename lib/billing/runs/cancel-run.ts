import { eq } from "drizzle-orm";
import { billingRuns } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { canBecome } from "./rules";

/**
 * Stops a run: a draft is given up, one under way stops after the batch it is writing and keeps what it has issued.
 * Refuses with `already_decided` when it is over.
 */
export async function cancelRun(ctx: Context, runId: string): Promise<void> {
  authorize(ctx, "billing:run");

  await inTransaction(ctx, async (ctx) => {
    const [run] = await ctx.db
      .select({ status: billingRuns.status })
      .from(billingRuns)
      .where(eq(billingRuns.id, runId))
      .for("update");
    if (!run) throw new DomainError("not_found");
    if (!canBecome(run.status, "cancelled")) throw new DomainError("already_decided");
    await ctx.db.update(billingRuns).set({ status: "cancelled", finishedAt: ctx.now }).where(eq(billingRuns.id, runId));
    await recordEvent(ctx, { type: "billing-run.cancelled", subjectId: runId, data: { was: run.status } });
  });
}
