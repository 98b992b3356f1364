import { eq } from "drizzle-orm";
import { contactThreads } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { tellFamily } from "../tell-readers";

/** Tells each family of a message to many; begun again after a crash, nobody is told twice. */
export async function announceBroadcast(ctx: Context, { broadcastId }: { broadcastId: string }): Promise<void> {
  authorize(ctx, "jobs:run");

  const threads = await ctx.db
    .select({ id: contactThreads.id })
    .from(contactThreads)
    .where(eq(contactThreads.broadcastId, broadcastId));
  for (const { id } of threads) await tellFamily(id, ctx);
}
