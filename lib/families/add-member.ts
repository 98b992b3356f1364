import { and, eq, sql } from "drizzle-orm";
import { guardianships, householdMembers, households, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { indexHousehold } from "./index-household";
import type { NewMember } from "./input";
import { insertPersons } from "./insert-persons";

/** Adds someone to a household: a child gets the ties of its siblings, an adult the same tie to every child. */
export async function addMember(ctx: Context, input: NewMember): Promise<{ personId: string }> {
  authorize(ctx, "household:write", input);
  const { householdId, role } = input;

  return inTransaction(ctx, async (ctx) => {
    await lockHousehold(ctx, householdId);
    await assertNew(ctx, input);
    const [personId = ""] = await insertPersons(ctx, [input.person], role === "child" ? "child" : "adult");
    await ctx.db
      .insert(householdMembers)
      .values({ householdId, personId, role, rank: await nextRank(ctx, householdId, role) });
    await (role === "child" ? tieChild(ctx, householdId, personId) : tieAdult(ctx, input, personId));
    await indexHousehold(ctx, householdId);
    await recordEvent(ctx, { type: "member.added", householdId, subjectId: personId, data: { role } });
    return { personId };
  });
}

/** Two members added at the same moment get two ranks, and a double click one person. */
async function lockHousehold({ db }: Context, householdId: string): Promise<void> {
  const [household] = await db
    .select({ id: households.id })
    .from(households)
    .where(eq(households.id, householdId))
    .for("no key update");
  if (!household) throw new DomainError("not_found");
}

async function assertNew({ db }: Context, { householdId, person }: NewMember): Promise<void> {
  const birthDate = "birthDate" in person ? person.birthDate || null : null;
  const [known] = await db
    .select({ id: persons.id })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .where(
      and(
        eq(householdMembers.householdId, householdId),
        sql`lower(${persons.firstName}) = lower(${person.firstName})`,
        sql`lower(${persons.lastName}) = lower(${person.lastName})`,
        sql`${persons.birthDate} is not distinct from ${birthDate}::date`,
      ),
    );
  if (known) throw new DomainError("already_member");
}

async function nextRank({ db }: Context, householdId: string, role: NewMember["role"]): Promise<number> {
  const [last] = await db
    .select({ rank: sql<number>`coalesce(max(${householdMembers.rank}), 0)` })
    .from(householdMembers)
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, role)));
  return Number(last?.rank ?? 0) + 1;
}

/** What each guardian is to the siblings, or simply a guardian of a first child. */
const tieChild = ({ db }: Context, householdId: string, childId: string) =>
  db.execute(sql`
    insert into guardianships (adult_id, child_id, relation, exercises_parental_authority)
    select m.person_id, ${childId}, coalesce(known.relation, 'guardian'), coalesce(known.authority, true)
    from household_members m
    left join lateral (
      select g.relation, g.exercises_parental_authority as authority
      from guardianships g
      join household_members sibling on sibling.person_id = g.child_id and sibling.household_id = m.household_id
      where g.adult_id = m.person_id order by sibling.rank limit 1
    ) known on true
    where m.household_id = ${householdId} and m.role = 'guardian'`);

async function tieAdult({ db }: Context, input: NewMember, adultId: string): Promise<void> {
  const { householdId, role, relation = role === "guardian" ? "guardian" : "other" } = input;
  const children = await db
    .select({ childId: householdMembers.personId })
    .from(householdMembers)
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "child")));
  const exercisesParentalAuthority = role === "guardian" && (input.exercisesParentalAuthority ?? true);
  const ties = children.map(({ childId }) => ({ adultId, childId, relation, exercisesParentalAuthority }));
  if (ties.length > 0) await db.insert(guardianships).values(ties);
}
