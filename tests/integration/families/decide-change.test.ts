import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, changeRequests, emails, householdIndex, households, persons } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { decideChange } from "@/lib/families/changes/decide-change";
import { proposeChanges } from "@/lib/families/changes/propose-changes";
import { withdrawChange } from "@/lib/families/changes/withdraw-change";
import { test } from "../../support/database";
import { aFamily, anEdit, save } from "./a-family";
import { agent, aNamedAgent } from "./people";

const waitingId = async (ctx: Context) => {
  const [request] = await ctx.db.select().from(changeRequests).where(eq(changeRequests.status, "pending"));
  return request?.id ?? "";
};

/** Zoé's family asks for another last name. */
async function aRequest(ctx: Context) {
  const family = await aFamily(ctx);
  const { householdId, childId, guardian } = family;
  const edit = { householdId, personId: childId, section: "identity" } as const;
  await save(guardian, { ...edit, values: { lastName: "Dubois" } });
  return { ...family, edit, id: await waitingId(ctx), officer: await aNamedAgent(ctx, "Anne Morel") };
}

test("an accepted change applies, is found again, and the family is told without being told what", async ({ ctx }) => {
  const { id, childId, officer, householdId } = await aRequest(ctx);

  await decideChange(officer, { id, decision: "accept" });

  expect((await ctx.db.select().from(persons).where(eq(persons.id, childId)))[0]?.lastName).toBe("Dubois");
  expect((await ctx.db.select().from(changeRequests))[0]).toMatchObject({
    status: "accepted",
    decidedBy: officer.actor.accountId,
    reason: null,
  });
  expect((await ctx.db.select().from(householdIndex))[0]?.content).toContain("dubois");
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "change.accepted"));
  expect(event).toMatchObject({ householdId, subjectId: childId, data: { from: "Martin", to: "Dubois" } });
  const [email] = await ctx.db.select().from(emails);
  expect(email).toMatchObject({ template: "change-decided", payload: { isAccepted: true, label: "Nom" } });
  expect(JSON.stringify(email?.payload)).not.toContain("Dubois");
});

test("a refused change leaves the file as it was, with the reason", async ({ ctx }) => {
  const { id, childId, officer } = await aRequest(ctx);
  await decideChange(officer, { id, decision: "refuse", reason: "Il manque le livret de famille." });
  expect((await ctx.db.select().from(persons).where(eq(persons.id, childId)))[0]?.lastName).toBe("Martin");
  expect((await ctx.db.select().from(changeRequests))[0]).toMatchObject({
    status: "refused",
    reason: "Il manque le livret de famille.",
  });
});

test("an accepted address is the household’s", async ({ ctx }) => {
  const { householdId, guardian } = await aFamily(ctx);
  const values = { street: "1 place de la Mairie", postalCode: "59000", city: "Lille" };
  await save(guardian, { householdId, section: "address", values: { addressComplement: "", ...values } });
  await decideChange(agent(ctx, "admin"), { id: await waitingId(ctx), decision: "accept" });
  const [household] = await ctx.db.select().from(households).where(eq(households.id, householdId));
  expect(household).toMatchObject({ ...values, addressComplement: null });
});

test("of two agents, the second is told who was first", async ({ committed: ctx }) => {
  const { id, officer } = await aRequest(ctx);
  const other = await aNamedAgent(ctx, "Anne Morel");

  const answers = await Promise.allSettled([
    decideChange(officer, { id, decision: "accept" }),
    decideChange(other, { id, decision: "accept" }),
  ]);

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "already_decided", details: { message: "Cette demande a déjà été acceptée par Anne Morel." } },
  });
  expect(await ctx.db.select().from(emails)).toHaveLength(1);
});

test("an agent is told that the family corrected or withdrew the request meanwhile", async ({ ctx }) => {
  const { id, guardian, edit, officer, householdId } = await aRequest(ctx);
  await save(guardian, { ...edit, values: { lastName: "Dubois-Martin" } });
  await expect(decideChange(officer, { id, decision: "accept" })).rejects.toMatchObject({
    code: "already_decided",
    details: { message: expect.stringContaining("plus récent") },
  });

  const next = await waitingId(ctx);
  await withdrawChange(guardian, { householdId, changeId: next });
  await expect(decideChange(officer, { id: next, decision: "accept" })).rejects.toMatchObject({
    details: { message: expect.stringContaining("retiré") },
  });
});

test("a family that corrects what an agent has just refused is told", async ({ ctx }) => {
  const { id, guardian, edit, officer } = await aRequest(ctx);
  const typing = await anEdit(guardian, { ...edit, values: { lastName: "Dubois-Martin" } });
  await decideChange(officer, { id, decision: "refuse", reason: "Il manque le livret de famille." });

  await expect(proposeChanges(guardian, typing)).rejects.toMatchObject({
    code: "changed_meanwhile",
    details: { fields: { lastName: ["Cette information vient de changer : Martin."] } },
  });
});

test("a family that corrects what an agent has just accepted asks anew", async ({ ctx }) => {
  const { id, guardian, edit, officer } = await aRequest(ctx);
  const typing = await anEdit(guardian, { ...edit, values: { lastName: "Dubois-Martin" } });
  await decideChange(officer, { id, decision: "accept" });
  await expect(proposeChanges(guardian, typing)).resolves.toMatchObject({ requested: ["person.lastName"] });
});

test("a correction and a decision at the same moment never lose one another", async ({ committed: ctx }) => {
  const { id, guardian, edit, officer, childId } = await aRequest(ctx);
  const typing = await anEdit(guardian, { ...edit, values: { lastName: "Dubois-Martin" } });

  await Promise.allSettled([proposeChanges(guardian, typing), decideChange(officer, { id, decision: "accept" })]);

  const rows = await ctx.db.select().from(changeRequests);
  expect(rows.filter(({ status }) => status === "pending")).toMatchObject([{ newValue: "Dubois-Martin" }]);
  const first = rows.find((row) => row.id === id);
  const [child] = await ctx.db.select().from(persons).where(eq(persons.id, childId));
  expect(child?.lastName).toBe(first?.status === "accepted" ? "Dubois" : "Martin");
});

test("is for those who review changes", async ({ ctx }) => {
  const { id, guardian } = await aRequest(ctx);
  const decision = { id, decision: "accept" } as const;
  await expect(decideChange(guardian, decision)).rejects.toMatchObject({ code: "forbidden" });
  await expect(decideChange({ ...ctx, actor: { kind: "visitor" } }, decision)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  for (const role of ["animator", "site_manager", "billing_officer", "revenue_officer", "auditor"] as const) {
    await expect(decideChange(agent(ctx, role), decision)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(decideChange(ctx, { ...decision, id: crypto.randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
