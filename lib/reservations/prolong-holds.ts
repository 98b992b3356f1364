import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import { reservations } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/**
 * Keeps the places of unpaid requests until `until` at the least; never shortens a hold, never revives one. Returns how
 * many are still held: they stay locked, in id order, until the caller's transaction ends.
 */
export async function prolongHolds(
  ctx: Context,
  { householdId, reservationIds, until }: { householdId: string; reservationIds: number[]; until: Date },
): Promise<number> {
  authorize(ctx, "reservations:write", { householdId });

  const held = await ctx.db
    .select({ id: reservations.id })
    .from(reservations)
    .where(
      and(
        eq(reservations.householdId, householdId),
        inArray(reservations.id, reservationIds),
        eq(reservations.awaiting, "payment"),
        gt(reservations.holdExpiresAt, ctx.now),
      ),
    )
    .orderBy(asc(reservations.id))
    .for("update");
  const ids = held.map(({ id }) => id);
  await ctx.db
    .update(reservations)
    .set({ holdExpiresAt: until })
    .where(and(inArray(reservations.id, ids), lt(reservations.holdExpiresAt, until)));
  return held.length;
}
