import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { activities, ageGroups, facilities, slots, tariffs } from "@/db/schema";
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
      archivedAt: sql<Date | null>`coalesce(${slots.archivedAt}, ${activities.archivedAt}, ${facilities.archivedAt})`,
    })
    .from(slots)
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(eq(slots.id, slotId));
  if (!slot) throw new DomainError("not_found");
  return { ...slot, calendar: await getCalendarOf(ctx, slot.facilityId) };
}

export type SlotDetail = Awaited<ReturnType<typeof getSlot>>;

/** A slot as it is edited. */
export async function getSlot(ctx: Context, id: number) {
  authorize(ctx, "catalogue:write");
  if (!Number.isSafeInteger(id)) throw new DomainError("not_found");
  const [row] = await ctx.db
    .select({ slot: slots, activity: activities, facility: facilities.name })
    .from(slots)
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(eq(slots.id, id));
  if (!row) throw new DomainError("not_found");
  const { slot, activity, facility } = row;
  const { id: activityId, name, kind, facilityId, billingMode } = activity;
  return { ...slot, facility, activity: { id: activityId, name, kind, facilityId, isFree: billingMode === "free" } };
}

export type SlotChoices = Awaited<ReturnType<typeof listSlotChoices>>;

/** The groups and tariffs that a slot of a structure may be given; what it has already stays a choice. */
export async function listSlotChoices(ctx: Context, facilityId: string, kept?: { tariffId: string }) {
  authorize(ctx, "catalogue:write");
  const [groups, offered] = await Promise.all([
    ctx.db
      .select({ id: ageGroups.id, name: ageGroups.name })
      .from(ageGroups)
      .where(and(eq(ageGroups.facilityId, facilityId), isNull(ageGroups.archivedAt)))
      .orderBy(asc(ageGroups.minAge), asc(ageGroups.name)),
    ctx.db
      .select({ id: tariffs.id, label: tariffs.label })
      .from(tariffs)
      .where(or(isNull(tariffs.archivedAt), kept && eq(tariffs.id, kept.tariffId)))
      .orderBy(asc(tariffs.label)),
  ]);
  return {
    groups: groups.map(({ id, name }) => ({ value: String(id), label: name })),
    tariffs: offered.map(({ id, label }) => ({ value: id, label })),
  };
}
