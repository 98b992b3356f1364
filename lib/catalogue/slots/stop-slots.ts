import { and, eq, gte, inArray, isNull, notExists } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { assertNobodyBooked } from "../calendar/assert-nobody-booked";

/** Why a day is closed once its slot is archived. */
export const STOPPED = "Service arrêté";

/**
 * Ends the days to come of slots that are archived: those nobody ever asked for go, the others close and stay readable.
 * Refuses with `still_booked`. Plumbing of the commands of this domain, which have authorized.
 */
export function stopSlots(ctx: Context, slotIds: number[]): Promise<void> {
  return slotIds.length === 0 ? Promise.resolve() : stop(ctx, slotIds);
}

async function stop(ctx: Context, slotIds: number[]): Promise<void> {
  const toCome = and(inArray(slotOccurrences.slotId, slotIds), gte(slotOccurrences.date, dateOf(ctx.now)));
  const days = await ctx.db
    .select({ id: slotOccurrences.id })
    .from(slotOccurrences)
    .where(toCome)
    .orderBy(slotOccurrences.id)
    .for("update");
  await assertNobodyBooked(
    ctx,
    days.map(({ id }) => id),
  );
  const asked = ctx.db
    .select({ id: reservations.id })
    .from(reservations)
    .where(eq(reservations.occurrenceId, slotOccurrences.id));
  await ctx.db.delete(slotOccurrences).where(and(toCome, notExists(asked)));
  await ctx.db
    .update(slotOccurrences)
    .set({ closedReason: STOPPED })
    .where(and(toCome, isNull(slotOccurrences.closedReason)));
}
