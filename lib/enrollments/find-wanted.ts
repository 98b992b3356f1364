import { and, eq, isNull, ne } from "drizzle-orm";
import { activities, ageGroups, facilities, householdMembers, persons, slots } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** The child of a household, as far as an activity asks. */
export const findChild = async ({ db }: Context, householdId: string, childId: string) => {
  const [child] = await db
    .select({ birthDate: persons.birthDate, gradeLevel: persons.gradeLevel, school: persons.school })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .where(
      and(
        eq(householdMembers.householdId, householdId),
        eq(householdMembers.personId, childId),
        eq(householdMembers.role, "child"),
      ),
    );
  if (!child) throw new DomainError("not_found");
  return child;
};

/** An activity that one enrols in, with the groups that it receives. */
export const findActivity = async ({ db }: Context, activityId: string) => {
  const [[activity], groups] = await Promise.all([
    db
      .select({
        name: activities.name,
        kind: activities.kind,
        mode: activities.enrollment,
        papers: activities.requiredDocuments,
        zone: facilities.schoolZone,
        facility: facilities.name,
      })
      .from(activities)
      .innerJoin(facilities, eq(facilities.id, activities.facilityId))
      .where(and(eq(activities.id, activityId), isNull(activities.archivedAt), isNull(facilities.archivedAt))),
    db
      .select({ minAge: ageGroups.minAge, maxAge: ageGroups.maxAge, grades: ageGroups.grades })
      .from(slots)
      .leftJoin(ageGroups, eq(ageGroups.id, slots.ageGroupId))
      .where(and(eq(slots.activityId, activityId), isNull(slots.archivedAt))),
  ]);
  if (!activity || activity.mode === "none") throw new DomainError("not_found");
  return { ...activity, groups };
};

/** The structures in which one enrols: a child's school is one of them, or only a name. */
export const listPlaces = async ({ db }: Context): Promise<string[]> => {
  const places = await db
    .selectDistinct({ name: facilities.name })
    .from(activities)
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(and(ne(activities.enrollment, "none"), isNull(activities.archivedAt), isNull(facilities.archivedAt)));
  return places.map(({ name }) => name);
};
