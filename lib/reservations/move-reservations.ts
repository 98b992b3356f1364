import { inArray } from "drizzle-orm";
import type { ReservationStatus } from "@/db/schema";
import { reservationChanges, reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/**
 * Moves reservations out of the requested state, each with a row that says who, when and why. Plumbing of the commands
 * of this domain: they have authorized, locked the rows in id order and checked the transition.
 */
export function moveReservations(
  ctx: Context,
  ids: number[],
  { status, reason }: { status: Exclude<ReservationStatus, "requested">; reason: string },
): Promise<void> {
  return ids.length === 0 ? Promise.resolve() : move(ctx, ids, status, reason);
}

async function move({ db, actor, now }: Context, ids: number[], status: ReservationStatus, reason: string) {
  await db
    .update(reservations)
    .set({ status, awaiting: null, holdExpiresAt: null })
    .where(inArray(reservations.id, ids));
  await db.insert(reservationChanges).values(
    ids.map((reservationId) => ({
      reservationId,
      status,
      reason,
      actorKind: actor.kind,
      accountId: "accountId" in actor ? actor.accountId : null,
      at: now,
    })),
  );
}
