import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/**
 * The account of another agent, locked with those of all administrators: nobody touches their own rights, and two
 * administrators who remove each other at the same moment cannot leave the portal without one.
 */
export async function lockAgent(ctx: Context, accountId: string) {
  authorize(ctx, "accounts:write");
  if ("accountId" in ctx.actor && ctx.actor.accountId === accountId) throw new DomainError("own_rights");

  const admins = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.role, "admin"), isNull(accounts.disabledAt)))
    .orderBy(accounts.id)
    .for("update");
  if ("accountId" in ctx.actor && !admins.some(({ id }) => "accountId" in ctx.actor && id === ctx.actor.accountId)) {
    throw new DomainError("forbidden");
  }
  const [agent] = await ctx.db
    .select({ email: accounts.email, role: accounts.role, disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.role)))
    .for("update");
  if (!agent) throw new DomainError("not_found");
  return agent;
}
