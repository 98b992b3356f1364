import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, householdMembers, invitations, persons } from "@/db/schema";
import { attachSignUp } from "@/lib/accounts/sign-up/attach-sign-up";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { aChild, aHousehold, aPerson } from "../../../support/factories";
import { anOfficer, aSentSignUp, rowOf, templatesSent } from "./requests";

async function aKnownFamily(ctx: Context) {
  const household = await aHousehold(ctx);
  const mother = await aPerson(ctx, { firstName: "Ines", lastName: "Leroy Martin" });
  await ctx.db.insert(householdMembers).values({ householdId: household.id, personId: mother.id, role: "guardian" });
  await aChild(ctx, household, { firstName: "ZOE", lastName: "MARTIN LEROY", birthDate: "2019-05-20" });
  return { householdId: household.id, mother };
}

const countOf = async ({ db }: Context, householdId: string, role: "guardian" | "child") =>
  (
    await db
      .select()
      .from(householdMembers)
      .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, role)))
  ).length;

const brother = { firstName: "Tom", lastName: "Martin-Leroy", birthDate: "2021-02-03", gradeLevel: "PS" };
const zoe = { firstName: "Zoé", lastName: "Martin-Leroy", birthDate: "2019-05-20", gradeLevel: "CP" };

test("adds only who is missing, and invites the adult who was there", async ({ ctx }) => {
  const { householdId, mother } = await aKnownFamily(ctx);
  const [request, agent] = [await aSentSignUp(ctx, { children: [zoe, brother] }), await anOfficer(ctx)];

  await attachSignUp(agent, { id: request.id, householdId });

  expect(await countOf(ctx, householdId, "guardian")).toBe(1);
  expect(await countOf(ctx, householdId, "child")).toBe(2);
  expect(await ctx.db.select().from(invitations)).toMatchObject([{ personId: mother.id, householdId }]);
  expect(await rowOf(ctx, request.token)).toMatchObject({ status: "approved", householdId });
});

test("adds the adult whom the household did not have", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  await aChild(ctx, household, zoe);
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];

  await attachSignUp(agent, { id: request.id, householdId: household.id });

  expect(await countOf(ctx, household.id, "guardian")).toBe(1);
  expect(await countOf(ctx, household.id, "child")).toBe(1);
  const [invitation] = await ctx.db.select().from(invitations);
  const [invited] = await ctx.db
    .select()
    .from(persons)
    .where(eq(persons.id, invitation?.personId ?? ""));
  expect(invited).toMatchObject({ firstName: "Inès", birthDate: "1988-04-02" });
});

test("sends no second key to who has an account: a message to the account says so", async ({ ctx }) => {
  const { householdId, mother } = await aKnownFamily(ctx);
  await ctx.db
    .insert(accounts)
    .values({ email: "ines.pro@exemple.fr", displayName: "Inès", personId: mother.id, createdAt: ctx.now });
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];

  await attachSignUp(agent, { id: request.id, householdId });

  expect(await ctx.db.select().from(invitations)).toEqual([]);
  expect(await templatesSent(ctx)).toContain("account-exists");
});

test("refuses a household that does not exist, and a second decision", async ({ ctx }) => {
  const { householdId } = await aKnownFamily(ctx);
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];
  const nowhere = "5f0c7c5e-8f6b-4c39-9f0e-0d4c6a3b2a11";

  await expect(attachSignUp(agent, { id: request.id, householdId: nowhere })).rejects.toMatchObject({
    code: "not_found",
  });
  await attachSignUp(agent, { id: request.id, householdId });
  await expect(attachSignUp(agent, { id: request.id, householdId })).rejects.toMatchObject({ code: "already_decided" });
});
