import { randomUUID } from "node:crypto";
import { accounts } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

/** An agent of that role, without an account: who may do what needs no more. */
export const agent = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: randomUUID(), role },
});

/** An agent who has a name, for whoever is told who decided. */
export async function aNamedAgent(ctx: Context, displayName: string, role: AgentRole = "family_officer") {
  const accountId = randomUUID();
  await ctx.db
    .insert(accounts)
    .values({ id: accountId, email: `${accountId}@exemple.fr`, displayName, role, createdAt: ctx.now });
  return { ...ctx, actor: { kind: "agent" as const, accountId, role } };
}
