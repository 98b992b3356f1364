import { and, eq } from "drizzle-orm";
import { householdMembers } from "@/db/schema";
import { authorize, isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

/**
 * Refuses unless the actor may do this for a child, through any of the child's households: two when the parents live
 * apart. Answers the household through which it may.
 */
export async function authorizeChild(
  ctx: Context,
  permission: Permission,
  childId: string,
): Promise<{ householdId: string }> {
  assertUuid(childId);
  const homes = await ctx.db
    .select({ householdId: householdMembers.householdId })
    .from(householdMembers)
    .where(and(eq(householdMembers.personId, childId), eq(householdMembers.role, "child")))
    .orderBy(householdMembers.householdId);
  const home = homes.find((home) => isAllowed(ctx.actor, permission, home)) ?? homes[0];
  if (!home) throw new DomainError("not_found");
  authorize(ctx, permission, home);
  return home;
}
