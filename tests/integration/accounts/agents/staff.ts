import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { anAgentAccount } from "../../auth/people";

let count = 0;

/** An agent, and the context in which they act. */
export async function aMemberOfStaff(ctx: Context, role: AgentRole) {
  count += 1;
  const account = await anAgentAccount(ctx, role, { email: `agent${count}@exemple.fr` });
  const agent: Context = { ...ctx, actor: { kind: "agent", accountId: account.id, role } };
  return { ...account, agent };
}
