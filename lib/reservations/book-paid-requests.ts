import { and, asc, eq, inArray } from "drizzle-orm";
import { reservations } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { moveReservations } from "./move-reservations";

export type UnpaidRequest = { id: number; priceCents: number };

/** Locks those of the requests that still wait for their payment, in id order; the others are gone or already booked. */
export async function lockUnpaidRequests(ctx: Context, ids: number[]): Promise<UnpaidRequest[]> {
  authorize(ctx, "payments:settle");
  return ctx.db
    .select({ id: reservations.id, priceCents: reservations.priceCents })
    .from(reservations)
    .where(and(inArray(reservations.id, ids), eq(reservations.awaiting, "payment")))
    .orderBy(asc(reservations.id))
    .for("update");
}

/** Books requests, charged to their account by the caller, that were locked by `lockUnpaidRequests` in the same transaction. */
export async function bookPaidRequests(ctx: Context, requests: UnpaidRequest[]): Promise<void> {
  authorize(ctx, "payments:settle");
  const moves = requests.map(({ id, priceCents }) => ({ id, effectCents: priceCents }));
  await moveReservations(ctx, moves, { status: "booked", reason: "paid" });
}
