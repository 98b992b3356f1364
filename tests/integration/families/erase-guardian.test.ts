import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { householdMembers, persons } from "@/db/schema";
import { eraseGuardian } from "@/lib/families/erase-guardian";
import { shareChild } from "@/lib/families/share-child";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aChild, aHousehold, guardianOf } from "../../support/factories";

test("a child of two homes stays who they are, in the other one", async ({ ctx }) => {
  const [household, other] = [await aHousehold(ctx), await aHousehold(ctx, { name: "Haddad" })];
  const [shared, own] = [await aChild(ctx, household), await aChild(ctx, household, { firstName: "Lisa" })];
  const guardian = await guardianOf(ctx, household);
  await guardianOf(ctx, other);
  await shareChild(ctx, { childId: shared.id, householdId: other.id });

  expect(await eraseGuardian(ctx, { personId: guardian.actor.personId })).toEqual([household.id]);

  expect(await ctx.db.select().from(persons).where(eq(persons.id, shared.id))).toMatchObject([{ firstName: "Nahel" }]);
  expect(await ctx.db.select().from(persons).where(eq(persons.id, own.id))).toMatchObject([{ firstName: "Personne" }]);
  const homes = await ctx.db.select().from(householdMembers).where(eq(householdMembers.personId, shared.id));
  expect(homes).toMatchObject([{ householdId: other.id }]);
  expect(await codeOf(eraseGuardian(guardian, { personId: guardian.actor.personId }))).toBe("forbidden");
});
