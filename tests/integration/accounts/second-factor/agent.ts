import { generateSync } from "otplib";
import { beginEnrolment } from "@/lib/accounts/second-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/accounts/second-factor/confirm-enrolment";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { anAgentAccount, aSession } from "../../auth/people";

/** What the telephone of an agent shows. */
export const codeAt = (key: string, now: Date): string =>
  generateSync({ secret: key.replaceAll(" ", ""), epoch: Math.floor(now.getTime() / 1000) });

/** An agent who has just typed their password; `session` answers the identifier of a new session of theirs. */
export async function anAgentSigningIn(ctx: Context, role: AgentRole = "admin") {
  const account = await anAgentAccount(ctx, role);
  const agent: Context = { ...ctx, actor: { kind: "agent", accountId: account.id, role } };
  return { account, agent, token: () => aSession(ctx, account.id) };
}

/** The same with a second factor in place since now. */
export async function anEnrolledAgent(ctx: Context, sessionIdOf: (token: string) => string) {
  const { account, agent, token } = await anAgentSigningIn(ctx);
  const { key } = await beginEnrolment(agent);
  const sessionId = sessionIdOf(await token());
  const { codes } = await confirmEnrolment(agent, { code: codeAt(key, ctx.now), sessionId });
  return { account, agent, key, codes, token };
}
