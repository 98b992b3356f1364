import { eq } from "drizzle-orm";
import { guardianships, householdMembers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { shareChild } from "@/lib/families/share-child";
import { aFamilyAndAnEvening, aHousehold, guardianOf } from "../../support/factories";

/** Nahel's parents live apart: he is of both households, and each has its guardian. */
export async function aSharedChild(ctx: Context) {
  const first = await aFamilyAndAnEvening(ctx);
  const other = await aHousehold(ctx, { name: "Petit", street: "9 rue Cachée" });
  const otherGuardian = await guardianOf(ctx, other);
  await ctx.db.insert(guardianships).values({
    adultId: first.guardian.actor.personId,
    childId: first.child.id,
    relation: "father",
  });
  await shareChild(ctx, { childId: first.child.id, householdId: other.id, relation: "mother" });
  return { ...first, other, otherGuardian };
}

export const membersOf = ({ db }: Context, householdId: string) =>
  db.select().from(householdMembers).where(eq(householdMembers.householdId, householdId));
