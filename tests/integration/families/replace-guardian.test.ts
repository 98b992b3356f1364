import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { guardianships, householdIndex } from "@/db/schema";
import { addMember } from "@/lib/families/add-member";
import { replaceGuardian } from "@/lib/families/replace-guardian";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aChild, aHousehold, guardianOf } from "../../support/factories";

test("gives the place and the ties of an entry to the person it stood for", async ({ ctx }) => {
  const [first, second] = [await aHousehold(ctx), await aHousehold(ctx, { name: "Haddad" })];
  const { personId } = (await guardianOf(ctx, first)).actor;
  const child = await aChild(ctx, second);
  const { personId: placeholderId } = await addMember(ctx, {
    householdId: second.id,
    role: "guardian",
    person: { firstName: "Cédric", lastName: "Rousseau", email: "vieux@exemple.fr" },
    relation: "father",
  });
  await replaceGuardian(ctx, { householdId: second.id, placeholderId, personId });

  expect(await ctx.db.select().from(guardianships).where(eq(guardianships.childId, child.id))).toMatchObject([
    { adultId: personId, relation: "father" },
  ]);
  const [index] = await ctx.db.select().from(householdIndex).where(eq(householdIndex.householdId, second.id));
  expect(index?.content).not.toContain("vieux@exemple.fr");
  const again = { householdId: second.id, placeholderId, personId };
  expect(await codeOf(replaceGuardian(ctx, again))).toBe("not_found");
  expect(await codeOf(replaceGuardian(await guardianOf(ctx, second), again))).toBe("forbidden");
});

test("nobody is twice in one household", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  const [one, other] = [await guardianOf(ctx, household), await guardianOf(ctx, household)];
  const input = { householdId: household.id, placeholderId: other.actor.personId, personId: one.actor.personId };
  expect(await codeOf(replaceGuardian(ctx, input))).toBe("already_member");
});
