import { and, eq, isNotNull } from "drizzle-orm";
import { documents } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Takes the files of a household that is forgotten out of its rows; the nightly sweep destroys their bytes. */
export async function eraseDocuments(ctx: Context, householdId: string): Promise<void> {
  authorize(ctx, "families:write");

  await ctx.db
    .update(documents)
    .set({ storageKey: null, fileName: "", note: null, removedAt: ctx.now })
    .where(and(eq(documents.householdId, householdId), isNotNull(documents.storageKey)));
}
