import { expect } from "vitest";
import { households } from "@/db/schema";
import { createHousehold } from "@/lib/families/create-household";
import { removeImportedHouseholds } from "@/lib/families/remove-imported-households";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { anActivity, enroll, guardianOf, written } from "../../support/factories";

const address = { street: "3 rue des Lilas", postalCode: "59223", city: "Roncq" };
const family = {
  address,
  guardians: [{ firstName: "Camille", lastName: "Durand" }],
  children: [{ firstName: "Léa", lastName: "Durand", birthDate: "2019-03-14" }],
};

test("removes a household that nobody touched", async ({ ctx }) => {
  const { householdId, guardianIds, childIds } = await createHousehold(ctx, family);
  const made = { householdIds: [householdId], personIds: [...guardianIds, ...childIds] };
  expect(await removeImportedHouseholds(ctx, made)).toBe(true);
  expect(await ctx.db.select().from(households)).toEqual([]);
});

test("leaves it whole when a row of another table points to it", async ({ ctx }) => {
  const { householdId, guardianIds, childIds } = await createHousehold(ctx, family);
  await enroll(ctx, { id: childIds[0] ?? "" }, await anActivity(ctx));
  const made = { householdIds: [householdId], personIds: [...guardianIds, ...childIds] };
  expect(await removeImportedHouseholds(ctx, made)).toBe(false);
  expect(await written(ctx.db.select().from(households))).toMatchObject({ id: householdId });
});

test("is not for families", async ({ ctx }) => {
  const { householdId } = await createHousehold(ctx, family);
  const guardian = await guardianOf(ctx, { id: householdId });
  expect(await codeOf(removeImportedHouseholds(guardian, { householdIds: [householdId], personIds: [] }))).toBe(
    "forbidden",
  );
});
