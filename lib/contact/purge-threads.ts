import { and, eq, lt } from "drizzle-orm";
import { contactThreads } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf, instantOf, monthsLater } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { THREAD_KEPT_MONTHS } from "./rules";

/** Destroys the exchanges closed for long, with all that was written; their files are swept away after them. */
export async function purgeThreads(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const before = instantOf(monthsLater(dateOf(ctx.now), -THREAD_KEPT_MONTHS), "00:00");

  await inTransaction(ctx, async (ctx) => {
    const purged = await ctx.db
      .delete(contactThreads)
      .where(and(eq(contactThreads.status, "closed"), lt(contactThreads.closedAt, before)))
      .returning({ id: contactThreads.id });
    if (purged.length > 0) await recordEvent(ctx, { type: "threads.purged", data: { count: purged.length } });
  });
}
