import { eq } from "drizzle-orm";
import { contactThreads } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Destroys what a household that is forgotten and the structure wrote to each other; the files are swept away after. */
export async function eraseThreads(ctx: Context, householdId: string): Promise<void> {
  authorize(ctx, "families:write");
  await ctx.db.delete(contactThreads).where(eq(contactThreads.householdId, householdId));
}
