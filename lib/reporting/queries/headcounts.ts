import { asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { activities, ageGroups, facilities, paymentIncidents, reservations, slotOccurrences, slots } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

const expected = inArray(reservations.status, ["booked", "cancellation_requested", "attended", "attended_unbooked"]);

export type Headcount = Awaited<ReturnType<typeof listHeadcounts>>[number];

/** How many children each slot of a day expects, beside what it can take: for those who staff it. */
export async function listHeadcounts(ctx: Context, date: CivilDate) {
  authorize(ctx, "planning:read");

  return ctx.db
    .select({
      id: slotOccurrences.id,
      facility: facilities.name,
      activity: activities.name,
      slot: slots.label,
      group: ageGroups.name,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
      capacity: slotOccurrences.capacity,
      closedReason: slotOccurrences.closedReason,
      expected: sql<number>`count(*) filter (where ${expected})`.mapWith(Number),
      inCarts: sql<number>`count(*) filter (where ${eq(reservations.awaiting, "payment")})`.mapWith(Number),
      toApprove: sql<number>`count(*) filter (where ${eq(reservations.awaiting, "approval")})`.mapWith(Number),
    })
    .from(slotOccurrences)
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .leftJoin(ageGroups, eq(ageGroups.id, slots.ageGroupId))
    .leftJoin(reservations, eq(reservations.occurrenceId, slotOccurrences.id))
    .where(eq(slotOccurrences.date, date))
    .groupBy(slotOccurrences.id, slots.id, activities.id, facilities.id, ageGroups.id)
    .orderBy(
      asc(facilities.name),
      asc(slots.startsAt),
      asc(activities.position),
      asc(activities.name),
      asc(slots.label),
      asc(ageGroups.minAge),
    );
}

/** Payments that someone must look at. */
export async function countOpenIncidents(ctx: Context): Promise<number> {
  authorize(ctx, "ledger:read");

  const [open] = await ctx.db
    .select({ incidents: count() })
    .from(paymentIncidents)
    .where(isNull(paymentIncidents.resolvedAt));
  return open?.incidents ?? 0;
}
