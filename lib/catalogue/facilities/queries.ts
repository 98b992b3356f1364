import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { ageGroups, facilities, facilityClosures } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { addDays, type CivilDate, dateOf, datesBetween } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import type { DeadlineCalendar } from "../deadlines/rules";

/** How far back a closure still matters: a deadline is never looked for further than that. */
const CLOSURES_SINCE_DAYS = 200;

/** The days that count where a structure is: its zone, its region, its own years and the days on which it is closed. */
export async function getCalendarOf(ctx: Context, facilityId: string): Promise<DeadlineCalendar> {
  authorize(ctx, "catalogue:write");
  const since = addDays(dateOf(ctx.now), -CLOSURES_SINCE_DAYS);
  const [[facility], closures] = await Promise.all([
    ctx.db
      .select({
        zone: facilities.schoolZone,
        alsaceMoselle: facilities.alsaceMoselle,
        schoolWeek: facilities.schoolWeek,
        ownSchoolYears: facilities.ownSchoolYears,
      })
      .from(facilities)
      .where(eq(facilities.id, facilityId)),
    listClosures(ctx, facilityId, since),
  ]);
  if (!facility) throw new DomainError("not_found");
  return {
    ...facility,
    closedDays: new Set(closures.flatMap(({ firstDay, lastDay }) => datesBetween(firstDay, lastDay))),
  };
}

export type Closure = Awaited<ReturnType<typeof listClosures>>[number];

/** The closures of a structure that are not over on a date, in their order. */
export async function listClosures(ctx: Context, facilityId: string, since: CivilDate) {
  authorize(ctx, "catalogue:write");
  return ctx.db
    .select({
      id: facilityClosures.id,
      label: facilityClosures.label,
      firstDay: facilityClosures.firstDay,
      lastDay: facilityClosures.lastDay,
    })
    .from(facilityClosures)
    .where(and(eq(facilityClosures.facilityId, facilityId), gte(facilityClosures.lastDay, since)))
    .orderBy(asc(facilityClosures.firstDay));
}

export type FacilityDetail = Awaited<ReturnType<typeof getFacility>>;

/** A structure with its groups; refuses with `not_found` one that does not exist. */
export async function getFacility(ctx: Context, id: string) {
  authorize(ctx, "catalogue:write");
  assertUuid(id);
  const [[facility], groups, closures] = await Promise.all([
    ctx.db.select().from(facilities).where(eq(facilities.id, id)),
    listAgeGroups(ctx, id),
    listClosures(ctx, id, dateOf(ctx.now)),
  ]);
  if (!facility) throw new DomainError("not_found");
  return { ...facility, groups, closures };
}

export type AgeGroup = Awaited<ReturnType<typeof listAgeGroups>>[number];

/** The groups of a structure that are still in use, the youngest first. */
export async function listAgeGroups(ctx: Context, facilityId: string) {
  authorize(ctx, "catalogue:write");
  return ctx.db
    .select({
      id: ageGroups.id,
      name: ageGroups.name,
      minAge: ageGroups.minAge,
      maxAge: ageGroups.maxAge,
      grades: ageGroups.grades,
    })
    .from(ageGroups)
    .where(and(eq(ageGroups.facilityId, facilityId), isNull(ageGroups.archivedAt)))
    .orderBy(asc(ageGroups.minAge), asc(ageGroups.name));
}
