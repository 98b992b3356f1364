import { and, eq, inArray, ne, sql } from "drizzle-orm";
import {
  changeRequests,
  guardianships,
  healthRecords,
  householdIndex,
  householdMembers,
  households,
  incomeQuotients,
  persons,
  pickupAuthorizations,
} from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { redactEvents } from "@/lib/audit/redact-events";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { indexHousehold } from "./index-household";

/** What a name becomes: whom accounting papers speak of stays one person, who is nobody any more. */
const blankPerson = {
  firstName: "Personne",
  lastName: "supprimée",
  ...Object.fromEntries(
    [
      "birthName",
      "title",
      "sex",
      "birthDate",
      "birthPlace",
      "gradeLevel",
      "school",
      "className",
      "email",
      "phone",
      "homePhone",
      "workPhone",
      "profession",
      "employer",
      "benefitNumber",
      "benefitScheme",
    ].map((column) => [column, null]),
  ),
  smsAllowed: false,
};

/**
 * Forgets a guardian (RGPD art. 17): a household with another guardian goes on without them; one without is erased, with
 * its children who have no other home. Rows that accounting points to stay, without a name, as the trail does. Answers the
 * households erased.
 */
export async function eraseGuardian(ctx: Context, { personId }: { personId: string }): Promise<string[]> {
  authorize(ctx, "families:write");

  return inTransaction(ctx, async (ctx) => {
    const homes = await listHomes(ctx, personId);
    const erased: string[] = [];
    for (const { householdId, others } of homes) {
      if (others > 0) await leaveHousehold(ctx, householdId, personId);
      else {
        await eraseHousehold(ctx, householdId);
        erased.push(householdId);
      }
    }
    await ctx.db.delete(guardianships).where(eq(guardianships.adultId, personId));
    await ctx.db.update(persons).set(blankPerson).where(eq(persons.id, personId));
    return erased;
  });
}

const listHomes = ({ db }: Context, personId: string) =>
  db
    .select({
      householdId: householdMembers.householdId,
      others: sql<number>`(select count(*)::int from household_members other
        where other.household_id = household_members.household_id and other.role = 'guardian'
          and other.person_id <> ${personId})`,
    })
    .from(householdMembers)
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .where(and(eq(householdMembers.personId, personId), eq(householdMembers.role, "guardian")))
    .orderBy(householdMembers.householdId)
    .for("update", { of: households });

/** The bills go to whoever stays. */
async function leaveHousehold(ctx: Context, householdId: string, personId: string): Promise<void> {
  const ofHousehold = eq(householdMembers.householdId, householdId);
  await ctx.db.delete(householdMembers).where(and(ofHousehold, eq(householdMembers.personId, personId)));
  await ctx.db
    .update(householdMembers)
    .set({ isAccountHolder: true })
    .where(
      sql`${ofHousehold} and ${householdMembers.personId} = (
        select person_id from household_members where household_id = ${householdId} and role = 'guardian'
        order by is_account_holder desc, rank limit 1)`,
    );
  await indexHousehold(ctx, householdId);
  await redactEvents(ctx, { householdId, subjectId: personId });
  await recordEvent(ctx, { type: "member.erased", householdId });
}

async function eraseHousehold(ctx: Context, householdId: string): Promise<void> {
  const { db } = ctx;
  const members = await db
    .select({ personId: householdMembers.personId })
    .from(householdMembers)
    .where(
      and(
        eq(householdMembers.householdId, householdId),
        sql`not exists (select from household_members elsewhere
          where elsewhere.person_id = household_members.person_id and elsewhere.household_id <> ${householdId})`,
      ),
    );
  const ids = members.map(({ personId }) => personId);
  if (ids.length > 0) {
    await db.delete(healthRecords).where(inArray(healthRecords.childId, ids));
    await db.delete(pickupAuthorizations).where(inArray(pickupAuthorizations.childId, ids));
    await db.update(persons).set(blankPerson).where(inArray(persons.id, ids));
  }
  await db
    .update(changeRequests)
    .set({ oldValue: null, newValue: null, reason: null })
    .where(eq(changeRequests.householdId, householdId));
  await db.delete(incomeQuotients).where(eq(incomeQuotients.householdId, householdId));
  await db.delete(householdIndex).where(eq(householdIndex.householdId, householdId));
  // A child of two homes stays in the other one only.
  await db
    .delete(householdMembers)
    .where(
      and(
        eq(householdMembers.householdId, householdId),
        ne(householdMembers.role, "guardian"),
        sql`not ${inArray(householdMembers.personId, ids.length > 0 ? ids : [householdId])}`,
      ),
    );
  await db
    .update(households)
    .set({ name: "Famille supprimée", street: "", addressComplement: null, postalCode: "", city: "", staffNote: null })
    .where(eq(households.id, householdId));
  await redactEvents(ctx, { householdId });
  await recordEvent(ctx, { type: "household.erased", householdId });
}
