import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts, invitations, sessions } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorize, authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type ListedAgent = Awaited<ReturnType<typeof listAgents>>[number];

/** Everyone who works here, those who no longer do last. */
export async function listAgents(ctx: Context) {
  authorize(ctx, "accounts:write");

  return ctx.db
    .select({
      id: accounts.id,
      displayName: accounts.displayName,
      email: accounts.email,
      role: accounts.role,
      disabledAt: accounts.disabledAt,
      hasSecondFactor: sql<boolean>`${accounts.totpConfirmedAt} is not null`,
      lastSeenAt: sql<Date | null>`(
        select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.accountId} = ${accounts.id}
      )`.mapWith(sessions.lastSeenAt),
    })
    .from(accounts)
    .where(isNotNull(accounts.role))
    .orderBy(sql`${accounts.disabledAt} is not null`, asc(accounts.displayName), asc(accounts.id));
}

export type InvitedAgent = Awaited<ReturnType<typeof listAgentInvitations>>[number];

/** Whom a link waits for. */
export async function listAgentInvitations(ctx: Context) {
  authorize(ctx, "accounts:write");

  return ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.kind, "agent"), isNull(invitations.usedAt), gt(invitations.expiresAt, ctx.now)))
    .orderBy(desc(invitations.createdAt));
}

/** Whose account a link may still open; looking does not use it up. */
export async function findAgentInvitation(ctx: Context, token: string) {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token)) return undefined;

  const [invitation] = await ctx.db
    .select({ email: invitations.email, role: invitations.role })
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        eq(invitations.kind, "agent"),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    );
  return invitation;
}
