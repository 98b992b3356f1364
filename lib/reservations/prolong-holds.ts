import { and, eq, gt, inArray, lt } from "drizzle-orm";
import { reservations } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Keeps the places of unpaid requests until `until` at the least; never shortens a hold, never revives one. */
export async function prolongHolds(
  ctx: Context,
  { householdId, reservationIds, until }: { householdId: string; reservationIds: number[]; until: Date },
): Promise<void> {
  authorize(ctx, "reservations:write", { householdId });
  if (reservationIds.length === 0) return;

  await ctx.db
    .update(reservations)
    .set({ holdExpiresAt: until })
    .where(
      and(
        eq(reservations.householdId, householdId),
        inArray(reservations.id, reservationIds),
        eq(reservations.awaiting, "payment"),
        gt(reservations.holdExpiresAt, ctx.now),
        lt(reservations.holdExpiresAt, until),
      ),
    );
}
