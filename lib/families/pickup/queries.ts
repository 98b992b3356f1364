import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { accounts, householdMembers, pickupAuthorizations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { authorizeChild } from "../authorize-child";

export type PickupPerson = Awaited<ReturnType<typeof listPickupPersons>>[number];

/** Who may take a child away, and who must not, those first; a household does not see the other one's numbers. */
export async function listPickupPersons(ctx: Context, childId: string) {
  const { householdId } = await authorizeChild(ctx, "household:read", childId);

  const isOurs = sql<boolean>`(${pickupAuthorizations.createdBy} is null or exists (
    select from ${accounts} a join ${householdMembers} m on m.person_id = a.person_id
    where a.id = ${pickupAuthorizations.createdBy} and m.household_id = ${householdId}))`;
  const rows = await ctx.db
    .select({
      id: pickupAuthorizations.id,
      firstName: pickupAuthorizations.firstName,
      lastName: pickupAuthorizations.lastName,
      phone: pickupAuthorizations.phone,
      relation: pickupAuthorizations.relation,
      kind: pickupAuthorizations.kind,
      isEmergencyContact: pickupAuthorizations.isEmergencyContact,
      rank: pickupAuthorizations.rank,
      photoId: pickupAuthorizations.photoId,
      isOurs,
    })
    .from(pickupAuthorizations)
    .where(and(eq(pickupAuthorizations.childId, childId), isNull(pickupAuthorizations.removedAt)))
    .orderBy(
      desc(pickupAuthorizations.kind),
      desc(pickupAuthorizations.isEmergencyContact),
      asc(pickupAuthorizations.rank),
      asc(pickupAuthorizations.createdAt),
    );
  const seesAll = ctx.actor.kind === "agent" || ctx.actor.kind === "system";
  return rows.map(({ isOurs, phone, photoId, ...person }) => {
    const isShown = seesAll || isOurs;
    return { ...person, phone: isShown ? phone : null, photoId: isShown ? photoId : null };
  });
}
