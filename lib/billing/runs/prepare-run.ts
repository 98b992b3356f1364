import { eq, sql } from "drizzle-orm";
import { billingRunHouseholds, billingRuns, invoiceSettings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { drawRunList } from "./draw-run-list";
import type { PrepareRunInput } from "./input";

/**
 * Draws up what the households of a régie owe for a period, to be looked at before anything is issued. Returns the run's
 * id. Refuses with `billing_not_configured` when nobody has decided how the régie numbers its invoices.
 */
export async function prepareRun(ctx: Context, input: PrepareRunInput): Promise<string> {
  authorize(ctx, "billing:run");

  return inTransaction(ctx, async (ctx) => {
    const [settings] = await ctx.db
      .select({ series: invoiceSettings.series })
      .from(invoiceSettings)
      .where(eq(invoiceSettings.revenueOfficeId, input.revenueOfficeId));
    if (!settings) throw new DomainError("billing_not_configured");
    if (input.dueOn < dateOf(ctx.now)) {
      throw new DomainError("invalid_input", { fields: { dueOn: ["La date limite est déjà passée."] } });
    }
    const { actor, now } = ctx;
    const [run] = await ctx.db
      .insert(billingRuns)
      .values({ ...input, createdBy: "accountId" in actor ? actor.accountId : null, createdAt: now })
      .returning();
    if (!run) throw new Error("no run was written");
    await drawRunList(ctx, run);
    await recordEvent(ctx, { type: "billing-run.prepared", subjectId: run.id, data: input });
    return run.id;
  });
}

/** Draws the list of a draft again, from what is true now. Returns its new total. Refuses with `already_decided` once it is issued. */
export async function refreshRun(ctx: Context, runId: string): Promise<number> {
  authorize(ctx, "billing:run");

  return inTransaction(ctx, async (ctx) => {
    const [run] = await ctx.db.select().from(billingRuns).where(eq(billingRuns.id, runId)).for("update");
    if (!run) throw new DomainError("not_found");
    if (run.status !== "draft") throw new DomainError("already_decided");
    await drawRunList(ctx, run);
    const [sum] = await ctx.db
      .select({ cents: sql<number>`coalesce(sum(${billingRunHouseholds.totalCents}), 0)::int` })
      .from(billingRunHouseholds)
      .where(sql`${billingRunHouseholds.runId} = ${runId} and ${billingRunHouseholds.state} = 'pending'`);
    return sum?.cents ?? 0;
  });
}
