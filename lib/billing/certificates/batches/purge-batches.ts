import { lt } from "drizzle-orm";
import { certificateBatches } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { discardBatch } from "./discard-batch";
import { keptSince } from "./rules";

/** Destroys the batches that were kept long enough. */
export async function purgeBatches(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");

  const old = await ctx.db
    .select({ id: certificateBatches.id })
    .from(certificateBatches)
    .where(lt(certificateBatches.createdAt, keptSince(ctx.now)));
  for (const { id } of old) await discardBatch(ctx, id);
}
