import { guardianships, householdMembers, households } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { indexHousehold } from "./index-household";
import type { NewHousehold } from "./input";
import { insertPersons } from "./insert-persons";
import { householdNameOf } from "./rules";

type Created = { householdId: string; guardianIds: string[]; childIds: string[] };

/** Opens the account of a family with its members; the first guardian receives the bills. */
export async function createHousehold(ctx: Context, input: NewHousehold): Promise<Created> {
  authorize(ctx, "families:write");

  return inTransaction(ctx, async (ctx) => {
    const householdId = await insertHousehold(ctx, input);
    const people = input.guardians.map(({ relation: _, exercisesParentalAuthority: __, ...adult }) => adult);
    const guardianIds = await insertPersons(ctx, people, "adult");
    const childIds = await insertPersons(ctx, input.children, "child");
    await insertMembers(ctx, { householdId, guardianIds, childIds });
    await insertTies(ctx, input, { guardianIds, childIds });
    await indexHousehold(ctx, householdId);
    await recordEvent(ctx, { type: "household.created", householdId, data: { guardianIds, childIds } });
    return { householdId, guardianIds, childIds };
  });
}

async function insertHousehold({ db, now }: Context, input: NewHousehold): Promise<string> {
  const { address, tariffCategory, guardians } = input;
  const [household] = await db
    .insert(households)
    .values({
      ...address,
      name: input.name || householdNameOf(guardians),
      addressComplement: address.addressComplement || null,
      tariffCategory,
      createdAt: now,
    })
    .returning({ id: households.id });
  if (!household) throw new DomainError("not_found");
  return household.id;
}

const insertMembers = ({ db }: Context, { householdId, guardianIds, childIds }: Created) =>
  db.insert(householdMembers).values([
    ...guardianIds.map((personId, index) => ({
      householdId,
      personId,
      role: "guardian" as const,
      rank: index + 1,
      isAccountHolder: index === 0,
    })),
    ...childIds.map((personId, index) => ({ householdId, personId, role: "child" as const, rank: index + 1 })),
  ]);

async function insertTies(
  ctx: Context,
  { guardians, children, ties }: NewHousehold,
  ids: Omit<Created, "householdId">,
) {
  const told =
    ties ?? guardians.flatMap((adult, guardian) => children.map((_, child) => ({ ...adult, guardian, child })));
  const rows = told.flatMap(({ guardian, child, relation = "guardian", exercisesParentalAuthority = true }) => {
    const [adultId, childId] = [ids.guardianIds[guardian], ids.childIds[child]];
    return adultId && childId ? [{ adultId, childId, relation, exercisesParentalAuthority }] : [];
  });
  if (rows.length > 0) await ctx.db.insert(guardianships).values(rows);
}
