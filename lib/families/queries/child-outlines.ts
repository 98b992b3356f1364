import { and, asc, eq, sql } from "drizzle-orm";
import { consents, consentTexts, healthRecords, householdMembers, persons, pickupAuthorizations } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type ChildOutline = Awaited<ReturnType<typeof listChildOutlines>>[number];

/** How far the parts that are read apart have come, for each child; nothing of what they say. */
export async function listChildOutlines(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  return ctx.db
    .select({
      childId: persons.id,
      firstName: persons.firstName,
      hasHealth: sql<boolean>`exists (select from ${healthRecords} where ${healthRecords.childId} = ${persons.id})`,
      consentsAsked: sql<number>`(select count(distinct ${consentTexts.kind})::int from ${consentTexts})`,
      consentsAnswered: sql<number>`(
        select count(distinct ${consents.kind})::int from ${consents}
        where ${consents.childId} = ${persons.id} and ${consents.textVersion} = (
          select max(text.version) from consent_texts text where text.kind = ${consents.kind}
        ))`,
      isShared: sql<boolean>`exists (
        select from household_members other where other.person_id = ${persons.id} and other.role = 'child'
          and other.household_id <> ${householdId})`,
      pickups: sql<number>`(
        select count(*)::int from ${pickupAuthorizations}
        where ${pickupAuthorizations.childId} = ${persons.id} and ${pickupAuthorizations.removedAt} is null)`,
    })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "child")))
    .orderBy(asc(householdMembers.rank));
}
