import { eq, inArray, sql } from "drizzle-orm";
import { changeRequests, guardianships, householdMembers, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { indexHouseholds } from "./index-household";

type Replacement = { householdId: string; placeholderId: string; personId: string };

/**
 * Two entries of one person become one: whoever stood for a guardian in a household gives them their place, their ties
 * and what waits for them. Their own file says what they are called and how they are reached.
 */
export async function replaceGuardian(
  ctx: Context,
  { householdId, placeholderId, personId }: Replacement,
): Promise<void> {
  authorize(ctx, "families:write");

  await inTransaction(ctx, async (ctx) => {
    const homes = await lockHomes(ctx, placeholderId, personId);
    const places = homes.filter((home) => home.personId === placeholderId);
    const isGuardian = places.some((home) => home.householdId === householdId && home.role === "guardian");
    if (!isGuardian) throw new DomainError("not_found");
    const own = new Set(homes.filter((home) => home.personId === personId).map((home) => home.householdId));
    if (places.some((home) => own.has(home.householdId))) throw new DomainError("already_member");

    await ctx.db.update(householdMembers).set({ personId }).where(eq(householdMembers.personId, placeholderId));
    await moveTies(ctx, placeholderId, personId);
    await ctx.db.update(changeRequests).set({ personId }).where(eq(changeRequests.personId, placeholderId));
    await forget(ctx, placeholderId);
    await indexHouseholds(
      ctx,
      places.map((home) => home.householdId),
    );
    await recordEvent(ctx, { type: "household.joined", householdId, subjectId: personId });
  });
}

/** In one order, so that two that cross cannot wait for each other. */
async function lockHomes({ db }: Context, ...ids: string[]) {
  await db.select({ id: persons.id }).from(persons).where(inArray(persons.id, ids)).orderBy(persons.id).for("update");
  return db
    .select({
      householdId: householdMembers.householdId,
      personId: householdMembers.personId,
      role: householdMembers.role,
    })
    .from(householdMembers)
    .where(inArray(householdMembers.personId, ids));
}

async function moveTies({ db }: Context, placeholderId: string, personId: string): Promise<void> {
  await db.execute(sql`
    insert into guardianships (adult_id, child_id, relation, exercises_parental_authority)
    select ${personId}, child_id, relation, exercises_parental_authority from guardianships where adult_id = ${placeholderId}
    on conflict do nothing`);
  await db.delete(guardianships).where(eq(guardianships.adultId, placeholderId));
}

/** What other rows still name stays under a name that is nobody's; most of the time nothing does. */
async function forget({ db }: Context, placeholderId: string): Promise<void> {
  await db
    .update(persons)
    .set({ email: null, phone: null, homePhone: null, workPhone: null })
    .where(eq(persons.id, placeholderId));
}
