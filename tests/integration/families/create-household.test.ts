import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, guardianships, householdIndex, householdMembers, households, persons } from "@/db/schema";
import { createHousehold } from "@/lib/families/create-household";
import { type NewHousehold, newHouseholdInput } from "@/lib/families/input";
import { test } from "../../support/database";
import { guardianOf } from "../../support/factories";
import { agent } from "./people";

const typed = {
  address: { street: "12 rue des Écoles", addressComplement: "", postalCode: "59223", city: "Roncq" },
  guardians: [
    { firstName: "Léa", lastName: "Martin", relation: "mother", phone: "06 12 34 56 78", email: "Lea@Exemple.fr" },
    { firstName: "Hugo", lastName: "N’Guyen", relation: "father", exercisesParentalAuthority: false, birthDate: "" },
  ],
  children: [{ firstName: "Zoé", lastName: "Martin", birthDate: "2019-03-14", sex: "F", gradeLevel: "CP" }],
} satisfies NewHousehold;

test("opens a household with its people, their ties and the words it is found by", async ({ ctx }) => {
  const { householdId, guardianIds, childIds } = await createHousehold(ctx, newHouseholdInput.parse(typed));

  const [household] = await ctx.db.select().from(households).where(eq(households.id, householdId));
  expect(household).toMatchObject({ name: "Martin – N’Guyen", addressComplement: null, tariffCategory: "resident" });
  const members = await ctx.db
    .select()
    .from(householdMembers)
    .orderBy(asc(householdMembers.role), asc(householdMembers.rank));
  expect(members).toMatchObject([
    { personId: guardianIds[0], role: "guardian", rank: 1, isAccountHolder: true },
    { personId: guardianIds[1], role: "guardian", rank: 2, isAccountHolder: false },
    { personId: childIds[0], role: "child", rank: 1 },
  ]);
  const [first, second] = await Promise.all(
    guardianIds.map(async (id) => (await ctx.db.select().from(persons).where(eq(persons.id, id)))[0]),
  );
  expect(first).toMatchObject({ phone: "+33612345678", email: "lea@exemple.fr", birthDate: null });
  expect(second).toMatchObject({ phone: null, birthDate: null });
  const ties = await ctx.db.select().from(guardianships).orderBy(guardianships.exercisesParentalAuthority);
  expect(ties).toMatchObject([
    { adultId: guardianIds[1], childId: childIds[0], relation: "father", exercisesParentalAuthority: false },
    { adultId: guardianIds[0], relation: "mother", exercisesParentalAuthority: true },
  ]);
  const [index] = await ctx.db.select().from(householdIndex);
  expect(index?.content).toContain("zoe");
  const [event] = await ctx.db.select().from(auditEvents);
  expect(event).toMatchObject({ type: "household.created", householdId });
});

test("takes a household without any child yet", async ({ ctx }) => {
  const { childIds } = await createHousehold(ctx, { ...typed, name: "Famille Martin", children: [] });
  expect(childIds).toEqual([]);
  expect((await ctx.db.select().from(households))[0]?.name).toBe("Famille Martin");
});

test.for(["2027-01-01", "2001-05-05"])("refuses a child born on %s", async (birthDate, { ctx }) => {
  const child = { firstName: "Zoé", lastName: "Martin", birthDate };
  await expect(createHousehold(ctx, { ...typed, children: [child] })).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { birthDate: [expect.any(String)] } },
  });
});

test("is for agents who may write families", async ({ ctx }) => {
  const household = await createHousehold(agent(ctx, "family_officer"), typed);
  const guardian = await guardianOf(ctx, { id: household.householdId });
  await expect(createHousehold(guardian, typed)).rejects.toMatchObject({ code: "forbidden" });
  for (const role of ["animator", "site_manager", "billing_officer", "revenue_officer", "auditor"] as const) {
    await expect(createHousehold(agent(ctx, role), typed)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(createHousehold({ ...ctx, actor: { kind: "visitor" } }, typed)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
