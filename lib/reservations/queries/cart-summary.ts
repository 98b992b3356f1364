import { and, count, eq, min, sql } from "drizzle-orm";
import { reservations } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { CartSummary } from "../rules";

/** What waits for a payment: how many, how much, and until when the first place is kept. */
export async function getCartSummary(ctx: Context, householdId: string): Promise<CartSummary> {
  authorize(ctx, "cart:read", { householdId });

  const [row] = await ctx.db
    .select({
      count: count(),
      totalCents: sql<number>`coalesce(sum(${reservations.priceCents}), 0)::int`,
      holdExpiresAt: min(reservations.holdExpiresAt),
    })
    .from(reservations)
    .where(
      and(
        eq(reservations.householdId, householdId),
        eq(reservations.awaiting, "payment"),
        sql`${reservations.holdExpiresAt} > ${ctx.now.toISOString()}`,
      ),
    );
  return {
    count: row?.count ?? 0,
    totalCents: row?.totalCents ?? 0,
    holdExpiresAt: row?.holdExpiresAt?.getTime() ?? null,
  };
}
