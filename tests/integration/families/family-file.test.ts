import { expect } from "vitest";
import { guardianships, householdMembers } from "@/db/schema";
import { decideChange } from "@/lib/families/changes/decide-change";
import { listWaitingChanges } from "@/lib/families/changes/queries";
import { createHousehold } from "@/lib/families/create-household";
import { getFamilyFile } from "@/lib/families/queries/family-file";
import { test } from "../../support/database";
import { aHousehold, guardianOf, later } from "../../support/factories";
import { aFamily, save } from "./a-family";
import { agent } from "./people";

test("shows the members with their ties, and what waits", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  await save(guardian, { householdId, personId: childId, section: "identity", values: { firstName: "Zoe" } });

  const file = await getFamilyFile(guardian, householdId);

  expect(file).toMatchObject({ name: "Martin", schoolYear: "2026-2027", certifiedAt: null, policies: {} });
  expect(file.members.map(({ firstName, role, hasAccount }) => [firstName, role, hasAccount])).toEqual([
    ["Cédric", "guardian", true],
    ["Léa", "guardian", false],
    ["Zoé", "child", false],
  ]);
  expect(file.members[1]?.ties).toEqual([{ adult: "Léa", child: "Zoé", relation: "mother", authority: true }]);
  expect(file.changes).toMatchObject([{ field: "person.firstName", newValue: "Zoe", status: "pending" }]);
});

test("a child of two households brings nothing of the other one along", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const address = { street: "9 rue Cachée", postalCode: "59000", city: "Lille" };
  const father = { firstName: "Hugo", lastName: "Petit", phone: "+33698765432" };
  const theirs = await createHousehold(ctx, { address, guardians: [father], children: [] });
  await ctx.db.insert(householdMembers).values({ householdId: theirs.householdId, personId: childId, role: "child" });
  const [adultId = ""] = theirs.guardianIds;
  await ctx.db.insert(guardianships).values({ adultId, childId, relation: "father" });
  const hugo = await guardianOf(ctx, { id: theirs.householdId });
  await save(hugo, {
    householdId: theirs.householdId,
    personId: childId,
    section: "identity",
    values: { lastName: "Petit" },
  });

  const file = JSON.stringify(await getFamilyFile(guardian, householdId));

  expect(file).not.toMatch(/Hugo|Petit|Cachée|98765432/);
});

test("a refusal is shown for a month, unless the family asks again", async ({ ctx }) => {
  const { householdId, childId, guardian } = await aFamily(ctx);
  const edit = { householdId, personId: childId, section: "identity" } as const;
  await save(guardian, { ...edit, values: { lastName: "Petit" } });
  const [waiting] = await listWaitingChanges(agent(ctx, "family_officer"));
  await decideChange(agent(ctx, "admin"), { id: waiting?.id ?? "", decision: "refuse", reason: "Il manque un acte." });

  expect((await getFamilyFile(guardian, householdId)).changes).toMatchObject([
    { status: "refused", reason: "Il manque un acte." },
  ]);
  expect((await getFamilyFile(later(guardian, 31 * 1440), householdId)).changes).toEqual([]);
  await save(later(guardian, 5), { ...edit, values: { lastName: "Petit-Martin" } });
  expect((await getFamilyFile(later(guardian, 6), householdId)).changes).toMatchObject([{ status: "pending" }]);
});

test("is for the family, and for the agents who read families", async ({ ctx }) => {
  const { householdId, guardian } = await aFamily(ctx);
  const stranger = await guardianOf(ctx, await aHousehold(ctx));
  await expect(getFamilyFile(stranger, householdId)).rejects.toMatchObject({ code: "not_found" });
  await expect(getFamilyFile({ ...ctx, actor: { kind: "visitor" } }, householdId)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(getFamilyFile(agent(ctx, "animator"), householdId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getFamilyFile(agent(ctx, "auditor"), householdId)).resolves.toMatchObject({ householdId });
  await expect(listWaitingChanges(guardian)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listWaitingChanges(agent(ctx, "auditor"))).rejects.toMatchObject({ code: "forbidden" });
});
