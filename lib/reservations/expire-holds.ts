import { lte } from "drizzle-orm";
import { reservations } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { moveReservations } from "./move-reservations";

/** Enough to clear an opening day in a few runs, few enough to hold its locks briefly. */
const BATCH = 500;

/**
 * Gives back the places of unpaid requests, and of unanswered offers, whose time is over (I14: once, whoever runs it
 * beside). A payment on its way has prolonged its holds, so nothing here needs to know about banks. Returns how many it
 * gave back.
 */
export async function expireHolds(ctx: Context): Promise<number> {
  authorize(ctx, "jobs:run");

  return inTransaction(ctx, async (ctx) => {
    const over = await ctx.db
      .select({ id: reservations.id, awaiting: reservations.awaiting })
      .from(reservations)
      .where(lte(reservations.holdExpiresAt, ctx.now))
      .orderBy(reservations.id)
      .limit(BATCH)
      .for("update", { skipLocked: true });
    if (over.length === 0) return 0;

    const offered = over.filter(({ awaiting }) => awaiting === "answer");
    const unpaid = over.filter(({ awaiting }) => awaiting === "payment");
    await moveReservations(ctx, unpaid, { status: "refused", reason: "hold_expired" });
    await moveReservations(ctx, offered, { status: "refused", reason: "offer_expired" });
    return over.length;
  });
}
