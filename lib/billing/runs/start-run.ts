import { and, eq } from "drizzle-orm";
import { billingRunHouseholds, billingRuns } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { StartRunInput } from "./input";
import { refreshRun } from "./prepare-run";
import { canBecome } from "./rules";

/**
 * Issues a draft in the background. When what is due has changed since it was drawn, its list is drawn again and nothing
 * starts: the agent looks once more. Refuses with `already_decided` a run that someone else has started or cancelled, and
 * with `billing_nothing` one where no household owes anything.
 */
export async function startRun(
  ctx: Context,
  { runId, expectedTotalCents }: StartRunInput,
): Promise<"started" | "changed"> {
  authorize(ctx, "billing:run");

  return inTransaction(ctx, async (ctx) => {
    const totalCents = await refreshRun(ctx, runId);
    const [work] = await ctx.db
      .select({ householdId: billingRunHouseholds.householdId })
      .from(billingRunHouseholds)
      .where(and(eq(billingRunHouseholds.runId, runId), eq(billingRunHouseholds.state, "pending")))
      .limit(1);
    if (totalCents !== expectedTotalCents) return "changed";
    if (!work) throw new DomainError("billing_nothing");
    await ctx.db.update(billingRuns).set({ status: "issuing", startedAt: ctx.now }).where(eq(billingRuns.id, runId));
    await enqueue(ctx, "issue-run", { runId }, { jobKey: `issue-run:${runId}` });
    await recordEvent(ctx, { type: "billing-run.started", subjectId: runId, data: { totalCents } });
    return "started";
  });
}

/** Tries again the households whose invoice could not be written. Refuses with `already_decided` when none is left. */
export async function resumeRun(ctx: Context, runId: string): Promise<void> {
  authorize(ctx, "billing:run");

  await inTransaction(ctx, async (ctx) => {
    const [run] = await ctx.db.select().from(billingRuns).where(eq(billingRuns.id, runId)).for("update");
    if (!run) throw new DomainError("not_found");
    const again = await ctx.db
      .update(billingRunHouseholds)
      .set({ state: "pending", error: null })
      .where(and(eq(billingRunHouseholds.runId, runId), eq(billingRunHouseholds.state, "failed")))
      .returning({ householdId: billingRunHouseholds.householdId });
    if (again.length === 0 || !canBecome(run.status, "issuing")) throw new DomainError("already_decided");
    await ctx.db.update(billingRuns).set({ status: "issuing", finishedAt: null }).where(eq(billingRuns.id, runId));
    await enqueue(ctx, "issue-run", { runId }, { jobKey: `issue-run:${runId}` });
    await recordEvent(ctx, { type: "billing-run.resumed", subjectId: runId, data: { households: again.length } });
  });
}
