import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { changePassword } from "@/lib/accounts/change-password";
import { endSession } from "@/lib/auth/end-sessions";
import { endObservation, observeHousehold } from "@/lib/auth/observe-household";
import { findSession } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import { checkout } from "@/lib/billing/cart/checkout";
import type { Context } from "@/lib/core/context";
import { addMember } from "@/lib/families/add-member";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { aHousehold } from "../../support/factories";
import { anAgentAccount, aSession } from "./people";

async function anAgentAt(ctx: Context, role: "family_officer" | "animator" = "family_officer") {
  const { id: accountId } = await anAgentAccount(ctx, role);
  const token = await aSession(ctx, accountId);
  const agent: Context = { ...ctx, actor: { kind: "agent", accountId, role } };
  return { agent, accountId, token, sessionId: hashToken(token) };
}

/** The context that the session then opens. */
async function observing(ctx: Context, token: string): Promise<Context> {
  const session = await findSession(ctx, token);
  if (session?.actor.kind !== "observer") throw new Error("nobody observes");
  return { ...ctx, actor: session.actor };
}

test("an agent sees what the family sees, traced at both ends", async ({ ctx }) => {
  const { household } = await aCart(ctx);
  const { agent, accountId, token, sessionId } = await anAgentAt(ctx);

  await observeHousehold(agent, { householdId: household.id, sessionId });
  const observer = await observing(ctx, token);

  expect(await findSession(ctx, token)).toMatchObject({ householdId: household.id, observed: "Rousseau" });
  expect(await getFamilyShell(observer, household.id)).toMatchObject({ family: { name: "Rousseau" } });
  const other = await aHousehold(ctx);
  await expect(getFamilyShell(observer, other.id)).rejects.toMatchObject({ code: "not_found" });

  expect(await endObservation(observer, { sessionId })).toBe(household.id);
  expect(await findSession(ctx, token)).toMatchObject({ actor: { kind: "agent" }, observed: undefined });
  const traced = await ctx.db.select().from(auditEvents);
  const told = traced.filter(({ type }) => type.startsWith("observation."));
  expect(told).toEqual([
    expect.objectContaining({ type: "observation.started", accountId, householdId: household.id }),
    expect.objectContaining({ type: "observation.ended", actorKind: "observer", accountId, householdId: household.id }),
  ]);
});

test("and can change nothing: neither the family's, nor their own account", async ({ ctx }) => {
  const { household, order, cells } = await aCart(ctx);
  const { agent, token, sessionId } = await anAgentAt(ctx);
  await observeHousehold(agent, { householdId: household.id, sessionId });
  const observer = await observing(ctx, token);
  const { id: householdId } = household;

  const writes = {
    booking: requestSlots(observer, { householdId, cells }),
    payment: checkout(observer, order),
    member: addMember(observer, {
      householdId,
      role: "contact",
      person: { firstName: "Odile", lastName: "Martin", phone: "+33612345678" },
    }),
    password: changePassword(observer, { currentPassword: "a", newPassword: "b", sessionId }),
  };
  for (const write of Object.values(writes)) await expect(write).rejects.toMatchObject({ code: "observing" });
});

test("signing out ends the observation as well", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const { agent, token, sessionId } = await anAgentAt(ctx);
  await observeHousehold(agent, { householdId, sessionId });

  await endSession(await observing(ctx, token), token);

  const types = (await ctx.db.select().from(auditEvents)).map(({ type }) => type);
  expect(types).toEqual(["observation.started", "observation.ended", "session.ended"]);
});

test("is for those who may read families, about one that exists, in a session of theirs", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const { agent, accountId, sessionId } = await anAgentAt(ctx);
  const observe = (who: Context, householdId: string, sessionId: string) =>
    observeHousehold(who, { householdId, sessionId });
  const animator: Context = { ...ctx, actor: { kind: "agent", accountId, role: "animator" } };

  await expect(observe(animator, householdId, sessionId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(observe(agent, "rousseau", sessionId)).rejects.toMatchObject({ code: "not_found" });
  await expect(observe(agent, crypto.randomUUID(), sessionId)).rejects.toMatchObject({ code: "not_found" });
  await expect(observe(agent, householdId, "autre")).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(endObservation(agent, { sessionId })).rejects.toMatchObject({ code: "not_found" });
});
