import { and, asc, eq } from "drizzle-orm";
import { billingRunHouseholds, billingRuns } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { issueInvoices } from "../invoices/issue-invoices";
import { tellInvoices } from "../invoices/tell-invoices";
import { isOfHousehold } from "../is-of-household";

/** Households per transaction: short enough to stop between two, long enough to be set-based. */
const BATCH = 25;

/**
 * Issues a run, batch after batch, each in a transaction of its own: killed anywhere and run again, it goes on with the
 * households that are left, and numbers follow without a hole. A household that cannot be billed does not stop the others.
 */
export async function issueRun(ctx: Context, runId: string): Promise<void> {
  authorize(ctx, "jobs:run");

  let size = BATCH;
  for (;;) {
    try {
      const left = await issueBatch(ctx, runId, size);
      if (!left) return;
      size = BATCH;
    } catch (error) {
      if (!isOfHousehold(error)) throw error;
      // One by one, to find which of them it is.
      if (size === 1) await setFailed(ctx, runId, error);
      size = 1;
    }
  }
}

/** Writes the next households' invoices; false when none is left, or when the run was cancelled. */
async function issueBatch(ctx: Context, runId: string, size: number): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    // Shared: a cancellation waits for the end of this batch.
    const [run] = await ctx.db.select().from(billingRuns).where(eq(billingRuns.id, runId)).for("share");
    if (run?.status !== "issuing") return false;
    const next = await nextPending(ctx, runId, size);
    if (next.length === 0) {
      await finish(ctx, runId);
      return false;
    }
    const issued = await issueInvoices(
      ctx,
      run,
      next.map(({ householdId }) => householdId),
    );
    await tellInvoices(ctx, issued);
    return true;
  });
}

const nextPending = ({ db }: Context, runId: string, size: number) =>
  db
    .select({ householdId: billingRunHouseholds.householdId })
    .from(billingRunHouseholds)
    .where(and(eq(billingRunHouseholds.runId, runId), eq(billingRunHouseholds.state, "pending")))
    .orderBy(asc(billingRunHouseholds.position))
    .limit(size)
    .for("update");

async function finish(ctx: Context, runId: string): Promise<void> {
  const [done] = await ctx.db
    .update(billingRuns)
    .set({ status: "done", finishedAt: ctx.now })
    .where(and(eq(billingRuns.id, runId), eq(billingRuns.status, "issuing")))
    .returning({ id: billingRuns.id });
  if (done) await recordEvent(ctx, { type: "billing-run.finished", subjectId: runId });
}

/** Says why on the run, and goes on with the others. */
async function setFailed(ctx: Context, runId: string, error: unknown): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [next] = await nextPending(ctx, runId, 1);
    if (!next) throw error;
    log.error({ err: error, runId, householdId: next.householdId }, "invoice could not be issued");
    await ctx.db
      .update(billingRunHouseholds)
      .set({ state: "failed", error: error instanceof Error ? error.message.slice(0, 300) : "?" })
      .where(and(eq(billingRunHouseholds.runId, runId), eq(billingRunHouseholds.householdId, next.householdId)));
  });
}
