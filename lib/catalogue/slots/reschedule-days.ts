import { and, eq, gte, or, sql } from "drizzle-orm";
import { slotOccurrences } from "@/db/schema";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { deadlineOf } from "../deadlines/rules";
import { getScheduledSlot } from "./queries";

/**
 * Computes anew the deadlines of the days to come; one that is past stays past, so that nobody books again what was closed
 * on time. Returns how many days changed. Plumbing of the commands of this domain, which have authorized.
 */
export function rescheduleDays(ctx: Context, slotId: number): Promise<number> {
  return reschedule(ctx, slotId);
}

async function reschedule(ctx: Context, slotId: number): Promise<number> {
  const { startsAt, bookingDeadline, cancellationDeadline, calendar } = await getScheduledSlot(ctx, slotId);
  const days = await ctx.db
    .select({
      id: slotOccurrences.id,
      date: slotOccurrences.date,
      bookingClosesAt: slotOccurrences.bookingClosesAt,
      cancellationClosesAt: slotOccurrences.cancellationClosesAt,
    })
    .from(slotOccurrences)
    .where(
      and(
        eq(slotOccurrences.slotId, slotId),
        gte(slotOccurrences.date, dateOf(ctx.now)),
        or(gte(slotOccurrences.bookingClosesAt, ctx.now), gte(slotOccurrences.cancellationClosesAt, ctx.now)),
      ),
    )
    .orderBy(slotOccurrences.id)
    .for("update");
  if (days.length === 0) return 0;

  const still = (old: Date, next: Date) => (old > ctx.now ? next : old);
  const moved = days.map(({ id, date, ...old }) => ({
    id,
    booking: still(old.bookingClosesAt, deadlineOf(bookingDeadline, { date, startsAt }, calendar)),
    cancellation: still(old.cancellationClosesAt, deadlineOf(cancellationDeadline, { date, startsAt }, calendar)),
  }));
  await ctx.db.execute(sql`
    update slot_occurrences o set booking_closes_at = w.booking, cancellation_closes_at = w.cancellation
    from unnest(
      ${sql.param(moved.map(({ id }) => id))}::bigint[],
      ${sql.param(moved.map(({ booking }) => booking.toISOString()))}::text[]::timestamptz[],
      ${sql.param(moved.map(({ cancellation }) => cancellation.toISOString()))}::text[]::timestamptz[]
    ) as w (id, booking, cancellation)
    where o.id = w.id`);
  return moved.length;
}
