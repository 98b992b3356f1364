import { and, eq } from "drizzle-orm";
import { billingRunHouseholds, billingRuns } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { SetAsideInput } from "./input";

/** Leaves a household for a later run, or takes it back. Refuses with `already_decided` once the run is issued. */
export async function setAside(ctx: Context, { runId, householdId, state }: SetAsideInput): Promise<void> {
  authorize(ctx, "billing:run");

  await inTransaction(ctx, async (ctx) => {
    const [run] = await ctx.db
      .select({ status: billingRuns.status })
      .from(billingRuns)
      .where(eq(billingRuns.id, runId))
      .for("update");
    if (!run) throw new DomainError("not_found");
    if (run.status !== "draft") throw new DomainError("already_decided");
    const [changed] = await ctx.db
      .update(billingRunHouseholds)
      .set({ state })
      .where(
        and(
          eq(billingRunHouseholds.runId, runId),
          eq(billingRunHouseholds.householdId, householdId),
          eq(billingRunHouseholds.state, state === "carried" ? "pending" : "carried"),
        ),
      )
      .returning({ runId: billingRunHouseholds.runId });
    if (!changed) throw new DomainError("already_decided");
    await recordEvent(ctx, {
      type: `billing-run.${state === "carried" ? "set-aside" : "taken-back"}`,
      subjectId: runId,
      householdId,
    });
  });
}
