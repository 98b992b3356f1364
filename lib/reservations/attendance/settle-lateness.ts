import { eq, sql } from "drizzle-orm";
import { reservations } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { lateFrom } from "./rules";

type Left = { id: number; date: CivilDate; leftAt: Date | null };

/**
 * Makes the price of a place follow a departure: what the activity asks of a late one is added, and taken off when the
 * departure is corrected or undone. It is billed beside the place, so that of a place that was paid or invoiced before the
 * next run bills it alone. Returns whether it is late. Plumbing: the caller has locked the reservation.
 */
export const settleLateness = async (ctx: Context, { id, date, leftAt }: Left): Promise<boolean> => {
  const place = await findPlace(ctx, id);
  if (!place) return false;
  const { priceCents, pricing, isFree, lateCents, ...slot } = place;
  const isLate = leftAt !== null && leftAt > lateFrom(date, slot);
  const { latePickupCents = 0, leftAt: _, ...trace } = pricing;
  const due = isLate && !isFree ? lateCents : 0;
  if (due !== latePickupCents || due > 0) {
    await ctx.db
      .update(reservations)
      .set({
        priceCents: priceCents - latePickupCents + due,
        pricing: isLate && due > 0 ? { ...trace, latePickupCents: due, leftAt: leftAt.toISOString() } : trace,
      })
      .where(eq(reservations.id, id));
  }
  return isLate;
};

type Place = Pick<typeof reservations.$inferSelect, "priceCents" | "pricing"> & {
  endsAt: string;
  toleranceMinutes: number;
  lateCents: number;
  isFree: boolean;
};

const findPlace = async ({ db }: Context, id: number): Promise<Place | undefined> => {
  const [place] = await db.execute<Place>(sql`
    select r.price_cents as "priceCents", r.pricing, s.ends_at as "endsAt",
      a.pickup_tolerance_minutes as "toleranceMinutes", a.late_pickup_cents as "lateCents",
      a.billing_mode = 'free' as "isFree"
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where r.id = ${id}`);
  return place;
};
