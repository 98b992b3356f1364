import { sql } from "drizzle-orm";
import { transactionCounters } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

const LAST = 899_999;

/** The next vads_trans_id of a shop for the UTC day of an instant: six digits, never given twice (protocols §5.4). */
export async function nextTransId(ctx: Context, siteId: string, at: Date): Promise<string> {
  authorize(ctx, "payments:settle");

  const day = at.toISOString().slice(0, 10);
  const [counter] = await ctx.db
    .insert(transactionCounters)
    .values({ siteId, day, last: 0 })
    .onConflictDoUpdate({
      target: [transactionCounters.siteId, transactionCounters.day],
      set: { last: sql`${transactionCounters.last} + 1` },
    })
    .returning({ last: transactionCounters.last });
  if (!counter || counter.last > LAST) throw new DomainError("gateway_unavailable", { reason: "trans_ids_exhausted" });
  return String(counter.last).padStart(6, "0");
}
