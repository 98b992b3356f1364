import { randomUUID } from "node:crypto";
import { accounts } from "@/db/schema";
import { answerThread } from "@/lib/contact/answer-thread";
import { openThread } from "@/lib/contact/open-thread";
import type { Actor, AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { aChild, aHousehold, anOrganization, guardianOf, later, written } from "../../support/factories";

type Agent = Context & { actor: Extract<Actor, { kind: "agent" }> };

/** An agent with an account, as those who write have. */
export async function anAgent(ctx: Context, role: AgentRole = "family_officer"): Promise<Agent> {
  const account = await written(
    ctx.db
      .insert(accounts)
      .values({ email: `${randomUUID()}@ville.fr`, displayName: "Nadia Petit", role, createdAt: ctx.now })
      .returning(),
  );
  return { ...ctx, actor: { kind: "agent", accountId: account.id, role } };
}

/** A family of two guardians and a child, another family, and an agent. */
export async function people(ctx: Context) {
  await anOrganization(ctx);
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  const guardian = await guardianOf(ctx, household);
  const second = await guardianOf(ctx, household);
  const otherHousehold = await aHousehold(ctx, { name: "Benali" });
  const stranger = await guardianOf(ctx, otherHousehold);
  return { household, child, guardian, second, otherHousehold, stranger, agent: await anAgent(ctx) };
}

export async function open(ctx: Context, householdId: string, values: Partial<Parameters<typeof openThread>[1]> = {}) {
  const { threadId } = await openThread(ctx, {
    householdId,
    subject: "reservation",
    body: "Bonjour, puis-je annuler mardi ?",
    files: [],
    clientKey: randomUUID(),
    ...values,
  });
  return threadId;
}

export const reply = (ctx: Context, threadId: string, values: Partial<Parameters<typeof answerThread>[1]> = {}) =>
  answerThread(ctx, { threadId, body: "Oui, c’est fait.", files: [], clientKey: randomUUID(), ...values });

/** The same people, so many minutes later. */
export { later };
