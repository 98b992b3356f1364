import { certificateBatches } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { listPayers } from "../queries/payers";
import { assertYearIsOver } from "../rules";
import type { AskBatchInput } from "./input";

/**
 * Has the tax certificates of every family made for a year, in the background. Refuses a year that is not over: its sums
 * still change. Asked twice at once, they are made once.
 */
export async function askBatch(ctx: Context, { year }: AskBatchInput): Promise<void> {
  const createdBy = authorizeAccount(ctx);
  authorize(ctx, "certificates:issue");
  assertYearIsOver(year, ctx.now);

  const { length: total } = await listPayers(asSystem(ctx, "certificates"), { year });
  await inTransaction(ctx, async (ctx) => {
    const [batch] = await ctx.db
      .insert(certificateBatches)
      .values({ year, total, createdBy, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: certificateBatches.id });
    if (!batch) return;
    await enqueue(ctx, "make-certificates", { batchId: batch.id }, { jobKey: `make-certificates:${batch.id}` });
    await recordEvent(ctx, { type: "certificates.asked", subjectId: batch.id, data: { year, households: total } });
  });
}
