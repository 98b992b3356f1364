import { eq } from "drizzle-orm";
import { activities, slots } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { getCalendarOf } from "../facilities/queries";

export type ScheduledSlot = Awaited<ReturnType<typeof getScheduledSlot>>;

/** A slot with what its dates and deadlines are computed from; refuses with `not_found` one that does not exist. */
export async function getScheduledSlot(ctx: Context, slotId: number) {
  authorize(ctx, "catalogue:write");
  const [slot] = await ctx.db
    .select({
      id: slots.id,
      activityId: slots.activityId,
      facilityId: activities.facilityId,
      startsAt: slots.startsAt,
      capacity: slots.capacity,
      bookingDeadline: slots.bookingDeadline,
      cancellationDeadline: slots.cancellationDeadline,
      archivedAt: slots.archivedAt,
    })
    .from(slots)
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .where(eq(slots.id, slotId));
  if (!slot) throw new DomainError("not_found");
  return { ...slot, calendar: await getCalendarOf(ctx, slot.facilityId) };
}
