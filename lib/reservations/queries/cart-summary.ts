import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { CartSummary } from "../rules";

/** What waits for a payment: how many, how much, and until when the first place is kept. */
export async function getCartSummary(ctx: Context, householdId: string): Promise<CartSummary> {
  authorize(ctx, "cart:read", { householdId });

  // `offset 0`: from the household's own rows, never from every hold of the town.
  const [row] = await ctx.db.execute<CartSummary>(sql`
    select count(*)::int as count, coalesce(sum(price_cents), 0)::int as "totalCents",
      (extract(epoch from min(hold_expires_at)) * 1000)::float8 as "holdExpiresAt"
    from (select * from reservations where household_id = ${householdId} and awaiting = 'payment' offset 0) waiting
    where hold_expires_at > ${ctx.now.toISOString()}`);
  return row ?? { count: 0, totalCents: 0, holdExpiresAt: null };
}
