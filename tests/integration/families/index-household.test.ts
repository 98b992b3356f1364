import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { householdIndex, householdMembers, persons } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { indexHousehold, indexHouseholds } from "@/lib/families/index-household";
import { test } from "../../support/database";
import { aChild, aHousehold, aPerson, guardianOf } from "../../support/factories";

const contentOf = async ({ db }: Context, householdId: string) => {
  const [row] = await db.select().from(householdIndex).where(eq(householdIndex.householdId, householdId));
  return row?.content.split(" ");
};

async function aFamily(ctx: Context) {
  const household = await aHousehold(ctx, { name: "Rousseau-Lefèvre" });
  await aChild(ctx, household, { firstName: "Naël" });
  const mother = await aPerson(ctx, {
    firstName: "Élodie",
    birthName: "Lefèvre",
    email: "Elodie@exemple.fr",
    phone: "+33612345678",
    workPhone: "+32470123456",
  });
  await ctx.db
    .insert(householdMembers)
    .values({ householdId: household.id, personId: mother.id, role: "guardian", rank: 2 });
  return { household, mother };
}

test("holds names, numbers and addresses, each word once, without accents", async ({ ctx }) => {
  const { household } = await aFamily(ctx);

  await indexHousehold(ctx, household.id);

  expect((await contentOf(ctx, household.id))?.sort()).toEqual([
    "+32470123456",
    "0612345678",
    "elodie",
    "elodie@exemple.fr",
    "lefevre",
    "nael",
    "rousseau",
  ]);
});

test("follows what changes, and forgets what is gone", async ({ ctx }) => {
  const { household, mother } = await aFamily(ctx);
  await indexHousehold(ctx, household.id);
  await ctx.db.update(persons).set({ phone: "+33611223344", firstName: "Anna" }).where(eq(persons.id, mother.id));

  await indexHousehold(ctx, household.id);

  const content = await contentOf(ctx, household.id);
  expect(content).toContain("0611223344");
  expect(content).not.toContain("elodie");
});

test("is written for a guardian in their own household only", async ({ ctx }) => {
  const { household } = await aFamily(ctx);
  const guardian = await guardianOf(ctx, household);
  const other = await aHousehold(ctx);

  await indexHousehold(guardian, household.id);

  await expect(indexHousehold(guardian, other.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(indexHouseholds(guardian, [household.id])).rejects.toMatchObject({ code: "forbidden" });
});

test("is written for many at once, the missing one left out", async ({ ctx }) => {
  const households = [await aHousehold(ctx), await aHousehold(ctx, { name: "Benali" })];

  await indexHouseholds(ctx, [...households.map(({ id }) => id), randomUUID()]);
  await indexHouseholds(ctx, []);

  expect(await Promise.all(households.map(({ id }) => contentOf(ctx, id)))).toEqual([["rousseau"], ["benali"]]);
});
