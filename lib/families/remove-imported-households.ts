import { and, inArray, notInArray, sql } from "drizzle-orm";
import { auditEvents, guardianships, householdIndex, householdMembers, households, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { foreignKeyBroken } from "@/lib/core/database-errors";

type Imported = { householdIds: string[]; personIds: string[] };

/** What an import itself leaves in the trail of the households that it makes. */
const ownEvents = ["household.created", "child.shared"];

/**
 * Removes households that an import made, with everybody in them, when nobody has touched them since: no event about
 * them, and no row of any table that points to them. Answers whether it could.
 */
export async function removeImportedHouseholds(ctx: Context, { householdIds, personIds }: Imported): Promise<boolean> {
  authorize(ctx, "families:write");
  if (householdIds.length === 0) return true;
  const [touched] = await ctx.db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(and(inArray(auditEvents.householdId, householdIds), notInArray(auditEvents.type, ownEvents)))
    .limit(1);
  if (touched) return false;

  try {
    await inTransaction(ctx, async ({ db }) => {
      await db.select({ id: households.id }).from(households).where(inArray(households.id, householdIds)).for("update");
      await db.delete(householdIndex).where(inArray(householdIndex.householdId, householdIds));
      await db.delete(householdMembers).where(inArray(householdMembers.householdId, householdIds));
      if (personIds.length > 0) {
        await db
          .delete(guardianships)
          .where(sql`${inArray(guardianships.adultId, personIds)} and ${inArray(guardianships.childId, personIds)}`);
        await db.delete(persons).where(inArray(persons.id, personIds));
      }
      await db.delete(households).where(inArray(households.id, householdIds));
    });
    return true;
  } catch (error) {
    if (foreignKeyBroken(error)) return false;
    throw error;
  }
}
