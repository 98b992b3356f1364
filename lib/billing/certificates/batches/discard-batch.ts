import { eq } from "drizzle-orm";
import { certificateBatches, certificateBatchFiles } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dropFile } from "@/lib/documents/files/keep-file";

/**
 * Stops a batch that is being made, or destroys the files of one that is there. The certificates themselves keep their
 * numbers: made again, they are the same. Refuses with `not_found` what is gone already.
 */
export async function discardBatch(ctx: Context, batchId: string): Promise<void> {
  authorize(ctx, "certificates:issue");

  const files = await inTransaction(ctx, async (ctx) => {
    const [batch] = await ctx.db
      .select({ year: certificateBatches.year })
      .from(certificateBatches)
      .where(eq(certificateBatches.id, batchId))
      .for("update");
    if (!batch) throw new DomainError("not_found");
    const files = await ctx.db
      .delete(certificateBatchFiles)
      .where(eq(certificateBatchFiles.batchId, batchId))
      .returning({ storageKey: certificateBatchFiles.storageKey });
    await ctx.db.delete(certificateBatches).where(eq(certificateBatches.id, batchId));
    await recordEvent(ctx, { type: "certificates.discarded", subjectId: batchId, data: batch });
    return files;
  });
  for (const { storageKey } of files) await dropFile(storageKey);
}
