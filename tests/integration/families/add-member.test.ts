import { and, asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, guardianships, householdIndex, householdMembers, persons } from "@/db/schema";
import { addMember } from "@/lib/families/add-member";
import { createHousehold } from "@/lib/families/create-household";
import { newMemberInput } from "@/lib/families/input";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";
import { agent } from "./people";

const address = { street: "12 rue des Écoles", postalCode: "59223", city: "Roncq" };
const lea = { firstName: "Léa", lastName: "Martin", relation: "mother" as const };
const zoe = { firstName: "Zoé", lastName: "Martin", birthDate: "2019-03-14" };
const tom = { firstName: "Tom", lastName: "Martin", birthDate: "2021-07-01" };

test("a guardian adds a child, who gets the ties of its siblings", async ({ ctx }) => {
  const { householdId, guardianIds } = await createHousehold(ctx, { address, guardians: [lea], children: [zoe] });
  const guardian = await guardianOf(ctx, { id: householdId });

  const { personId } = await addMember(guardian, { householdId, role: "child", person: tom });

  const [member] = await ctx.db.select().from(householdMembers).where(eq(householdMembers.personId, personId));
  expect(member).toMatchObject({ role: "child", rank: 2 });
  const ties = await ctx.db.select().from(guardianships).where(eq(guardianships.childId, personId));
  expect(ties).toContainEqual({
    adultId: guardianIds[0],
    childId: personId,
    relation: "mother",
    exercisesParentalAuthority: true,
  });
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "member.added"));
  expect(events).toMatchObject([{ householdId, subjectId: personId, accountId: guardian.actor.accountId }]);
  expect((await ctx.db.select().from(householdIndex))[0]?.content).toContain("tom");
});

test("a contact is tied to the children, without any authority over them", async ({ ctx }) => {
  const { householdId } = await createHousehold(ctx, { address, guardians: [lea], children: [zoe, tom] });
  const input = newMemberInput.parse({
    householdId,
    role: "contact",
    person: { firstName: "Jeanne", lastName: "Petit", phone: "+32 470 12 34 56" },
    relation: "grandparent",
    exercisesParentalAuthority: true,
  });

  const { personId } = await addMember(ctx, input);

  const ties = await ctx.db.select().from(guardianships).where(eq(guardianships.adultId, personId));
  expect(ties).toMatchObject([
    { relation: "grandparent", exercisesParentalAuthority: false },
    { relation: "grandparent", exercisesParentalAuthority: false },
  ]);
  expect((await ctx.db.select().from(persons).where(eq(persons.id, personId)))[0]?.phone).toBe("+32470123456");
});

test("a double click adds one person", async ({ committed: ctx }) => {
  const { householdId } = await createHousehold(ctx, { address, guardians: [lea], children: [zoe] });
  const add = () => addMember(ctx, { householdId, role: "child", person: tom });

  const answers = await Promise.allSettled([add(), add(), add()]);

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(answers.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "already_member" } },
    { reason: { code: "already_member" } },
  ]);
});

test("two children added at the same moment get two colours", async ({ committed: ctx }) => {
  const { householdId } = await createHousehold(ctx, { address, guardians: [lea], children: [] });
  await Promise.all([zoe, tom].map((person) => addMember(ctx, { householdId, role: "child", person })));
  const ranks = await ctx.db
    .select({ rank: householdMembers.rank })
    .from(householdMembers)
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "child")))
    .orderBy(asc(householdMembers.rank));
  expect(ranks).toEqual([{ rank: 1 }, { rank: 2 }]);
});

test("someone else’s household is answered like a missing one", async ({ ctx }) => {
  const { householdId } = await createHousehold(ctx, { address, guardians: [lea], children: [] });
  const stranger = await guardianOf(ctx, await aHousehold(ctx));
  const input = { householdId, role: "child", person: tom } as const;
  await expect(addMember(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(addMember({ ...ctx, actor: { kind: "visitor" } }, input)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(addMember(agent(ctx, "site_manager"), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(addMember(ctx, { ...input, householdId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
