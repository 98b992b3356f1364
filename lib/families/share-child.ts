import { and, eq, sql } from "drizzle-orm";
import { guardianships, householdMembers, households, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { indexHousehold } from "./index-household";
import type { ShareChildInput } from "./input";

/**
 * Attaches a child to its second household: one child, two files. What each household pays, where it lives and how it is
 * reached stay its own; the child's occupancy is known to both.
 */
export async function shareChild(ctx: Context, input: ShareChildInput): Promise<void> {
  authorize(ctx, "families:write");
  const { childId, householdId } = input;

  await inTransaction(ctx, async (ctx) => {
    await lockHousehold(ctx, householdId);
    await assertShareable(ctx, input);
    await ctx.db.insert(householdMembers).values({
      householdId,
      personId: childId,
      role: "child",
      rank: sql`(
        select coalesce(max(rank), 0) + 1 from household_members where household_id = ${householdId} and role = 'child')`,
    });
    await tieAdults(ctx, input);
    await indexHousehold(ctx, householdId);
    await recordEvent(ctx, { type: "child.shared", householdId, subjectId: childId });
  });
}

async function lockHousehold({ db }: Context, householdId: string): Promise<void> {
  const [household] = await db
    .select({ id: households.id })
    .from(households)
    .where(eq(households.id, householdId))
    .for("no key update");
  if (!household) throw new DomainError("not_found");
}

/** The child is locked too: attached twice at the same moment to two households, it would have three. */
async function assertShareable({ db }: Context, { childId, householdId }: ShareChildInput): Promise<void> {
  await db.select({ id: persons.id }).from(persons).where(eq(persons.id, childId)).for("no key update");
  const homes = await db
    .select({ householdId: householdMembers.householdId })
    .from(householdMembers)
    .where(and(eq(householdMembers.personId, childId), eq(householdMembers.role, "child")));
  if (homes.length === 0) throw new DomainError("not_found");
  if (homes.some((home) => home.householdId === householdId)) throw new DomainError("already_member");
  if (homes.length > 1) throw new DomainError("two_households");
}

/** What each guardian of the household is to the child; a tie that is known already stays as it is. */
async function tieAdults(ctx: Context, input: ShareChildInput): Promise<void> {
  const { childId, householdId, relation = "guardian", exercisesParentalAuthority = true } = input;
  const adults = await ctx.db
    .select({ adultId: householdMembers.personId })
    .from(householdMembers)
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "guardian")));
  if (adults.length === 0) return;
  await ctx.db
    .insert(guardianships)
    .values(adults.map(({ adultId }) => ({ adultId, childId, relation, exercisesParentalAuthority })))
    .onConflictDoNothing();
}
