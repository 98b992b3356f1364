import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { householdMembers, households, invitations, persons } from "@/db/schema";
import { approveSignUp } from "@/lib/accounts/sign-up/approve-sign-up";
import { listSignUps } from "@/lib/accounts/sign-up/queries";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { test } from "../../../support/database";
import { aGuardianAccount, asVisitor, eventTypes } from "../../auth/people";
import { adult, anOfficer, aSentSignUp, complete, rowOf, templatesSent } from "./requests";

test("makes a household of the request and invites its adult", async ({ ctx }) => {
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];

  const { householdId } = await approveSignUp(agent, request);

  expect(await ctx.db.select().from(households)).toMatchObject([{ street: "12 avenue de la Gare", city: "Roncq" }]);
  const members = await ctx.db
    .select({ role: householdMembers.role, firstName: persons.firstName, phone: persons.phone })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .orderBy(householdMembers.role);
  expect(members).toEqual([
    { role: "guardian", firstName: "Inès", phone: "+33612345678" },
    { role: "child", firstName: "Zoé", phone: null },
  ]);
  expect(await ctx.db.select().from(invitations)).toMatchObject([{ email: adult.email, householdId }]);
  expect(await rowOf(ctx, request.token)).toMatchObject({
    status: "approved",
    householdId,
    decidedBy: agent.actor.accountId,
    decidedAt: ctx.now,
  });
  expect(await templatesSent(ctx)).toEqual(["account-activation", "sign-up-draft", "sign-up-received"]);
  expect(await eventTypes(ctx)).toEqual(expect.arrayContaining(["sign-up.approved", "invitation.sent"]));
  expect(await listSignUps(agent)).toEqual([]);
});

test("of two agents who decide at once, the second is told, and one household is made", async ({ committed: ctx }) => {
  const request = await aSentSignUp(ctx);
  const agents = [await anOfficer(ctx), await anOfficer(ctx, "admin", "admin@exemple.fr")];

  const outcomes = await Promise.allSettled(agents.map((agent) => approveSignUp(agent, request)));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "already_decided" } });
  expect(await ctx.db.select().from(households)).toHaveLength(1);
  expect(await ctx.db.select().from(invitations)).toHaveLength(1);
});

test("when the address has an account already, its holder is asked to join: nobody is linked by an address", async ({
  ctx,
}) => {
  await aGuardianAccount(ctx, { email: adult.email });
  const request = await aSentSignUp(ctx);
  const agent = await anOfficer(ctx);

  await approveSignUp(agent, request);
  expect(await ctx.db.select().from(households)).toHaveLength(2);
  expect(await listSignUps(agent)).toEqual([]);
  expect(await templatesSent(ctx)).toContain("join-household");
});

test("refuses a draft, an unknown request, and who has not the right", async ({ ctx }) => {
  const agent = await anOfficer(ctx);
  const token = await saveSignUp(asVisitor(ctx), { token: undefined, draft: complete });
  const { id } = await rowOf(ctx, token);

  await expect(approveSignUp(agent, { id })).rejects.toMatchObject({ code: "already_decided" });
  const unknown = { id: "5f0c7c5e-8f6b-4c39-9f0e-0d4c6a3b2a11" };
  await expect(approveSignUp(agent, unknown)).rejects.toMatchObject({ code: "not_found" });
  const auditor = await anOfficer(ctx, "auditor", "audit@exemple.fr");
  await expect(approveSignUp(auditor, { id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(approveSignUp(asVisitor(ctx), { id })).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(listSignUps(auditor)).rejects.toMatchObject({ code: "forbidden" });
});
