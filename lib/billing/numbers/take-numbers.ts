import { sql } from "drizzle-orm";
import { numberSeries } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/**
 * The next counts of a series, which follow the last one without a gap: its row stays locked until the caller's
 * transaction ends, and a transaction that fails gives them back.
 */
export async function takeNumbers(
  ctx: Context,
  { series, count }: { series: string; count: number },
): Promise<number[]> {
  authorize(ctx, "payments:settle");
  if (count === 0) return [];

  const [row] = await ctx.db
    .insert(numberSeries)
    .values({ series, last: count })
    .onConflictDoUpdate({ target: numberSeries.series, set: { last: sql`${numberSeries.last} + ${count}` } })
    .returning({ last: numberSeries.last });
  if (!row) throw new Error("no number was given");
  const first = row.last - count + 1;
  return Array.from({ length: count }, (_, index) => first + index);
}
