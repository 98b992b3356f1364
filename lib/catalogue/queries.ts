import { asc, eq, sql } from "drizzle-orm";
import { activities, ageGroups, facilities, slots, tariffs } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { type SlotFacts, slotState } from "./slots/rules";

export type CatalogueOverview = Awaited<ReturnType<typeof getOverview>>;
export type ListedSlot = CatalogueOverview["facilities"][number]["activities"][number]["slots"][number];

/** Everything that is offered, structure by structure, with what is missing before families can book. */
export async function getOverview(ctx: Context, { archived = false } = {}) {
  authorize(ctx, "catalogue:write");

  const today = dateOf(ctx.now);
  const [places, services, listed] = await Promise.all([
    ctx.db
      .select({
        id: facilities.id,
        name: facilities.name,
        address: facilities.address,
        zone: facilities.schoolZone,
        years: facilities.ownSchoolYears,
        archivedAt: facilities.archivedAt,
        nextClosure: sql<string | null>`(
          select min(c.first_day) from facility_closures c where c.facility_id = facilities.id and c.last_day >= ${today}
        )`,
      })
      .from(facilities)
      .orderBy(asc(facilities.name)),
    ctx.db
      .select({
        id: activities.id,
        facilityId: activities.facilityId,
        name: activities.name,
        kind: activities.kind,
        billing: activities.billingMode,
        approval: activities.approval,
        archivedAt: activities.archivedAt,
      })
      .from(activities)
      .orderBy(asc(activities.position), asc(activities.name)),
    listSlotStates(ctx),
  ]);

  const shown = <T extends { archivedAt: Date | null }>(rows: T[]) => rows.filter((row) => archived || !row.archivedAt);
  return {
    archivedCount: [...places, ...services, ...listed].filter(({ archivedAt }) => archivedAt).length,
    facilities: shown(places).map(({ years, ...facility }) => ({
      ...facility,
      calendarMissing: facility.zone === "unknown" && years.length === 0,
      activities: shown(services.filter(({ facilityId }) => facilityId === facility.id)).map((activity) => ({
        ...activity,
        slots: shown(listed.filter(({ activityId }) => activityId === activity.id)),
      })),
    })),
  };
}

/** Every slot with where it stands: until when it is open, when it next closes, what is missing. */
export async function listSlotStates(ctx: Context, activityId?: string) {
  authorize(ctx, "catalogue:write");
  const today = dateOf(ctx.now);
  const rows = await ctx.db
    .select({
      id: slots.id,
      activityId: slots.activityId,
      label: slots.label,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
      capacity: slots.capacity,
      group: ageGroups.name,
      tariff: tariffs.label,
      archivedAt: slots.archivedAt,
      days: sql<SlotFacts>`(
        select json_build_object(
          'openDays', count(*) filter (where o.closed_reason is null),
          'openUntil', max(o.date) filter (where o.closed_reason is null),
          'nextClosed', min(o.date) filter (where o.closed_reason is not null),
          'unpricedFrom', min(o.date) filter (where o.closed_reason is null and not exists (
            select from tariff_versions v
            where v.tariff_id = ${slots.tariffId} and v.valid_from <= o.date
              and (v.valid_to is null or o.date <= v.valid_to)
          ))
        ) from slot_occurrences o where o.slot_id = ${slots.id} and o.date >= ${today}
      )`,
    })
    .from(slots)
    .innerJoin(tariffs, eq(tariffs.id, slots.tariffId))
    .leftJoin(ageGroups, eq(ageGroups.id, slots.ageGroupId))
    .where(activityId ? eq(slots.activityId, activityId) : undefined)
    .orderBy(asc(slots.startsAt), asc(slots.label), asc(slots.id));
  return rows.map(({ days, ...slot }) => ({ ...slot, ...days, ...slotState(days, today) }));
}
