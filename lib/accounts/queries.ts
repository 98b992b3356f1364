import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { accounts, emailChanges, householdMembers, passwordResets, persons, sessions } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorize, authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

/** Whose password a link may still change; looking does not use it up. */
export async function findPasswordReset(ctx: Context, token: string) {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token)) return undefined;

  const [reset] = await ctx.db
    .select({ accountId: accounts.id, email: accounts.email })
    .from(passwordResets)
    .innerJoin(accounts, eq(accounts.id, passwordResets.accountId))
    .where(
      and(
        eq(passwordResets.tokenHash, hashToken(token)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, ctx.now),
        isNull(accounts.disabledAt),
      ),
    );
  return reset;
}

export type FamilyAccount = Awaited<ReturnType<typeof getFamilyAccount>>;

/** The account of a guardian of a household, as an agent may need to know it. */
export async function getFamilyAccount(ctx: Context, householdId: string, personId: string) {
  authorize(ctx, "accounts:review");
  assertUuid(householdId);
  assertUuid(personId);

  const [account] = await ctx.db
    .select({
      id: accounts.id,
      personId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      email: accounts.email,
      createdAt: accounts.createdAt,
      disabledAt: accounts.disabledAt,
      lastSeenAt: sql<Date | null>`(
        select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.accountId} = ${accounts.id}
      )`.mapWith(sessions.lastSeenAt),
      newEmail: emailChanges.newEmail,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .leftJoin(
      emailChanges,
      and(eq(emailChanges.accountId, accounts.id), isNull(emailChanges.doneAt), gt(emailChanges.expiresAt, ctx.now)),
    )
    .where(
      and(
        eq(persons.id, personId),
        eq(householdMembers.householdId, householdId),
        eq(householdMembers.role, "guardian"),
      ),
    );
  if (!account) throw new DomainError("not_found");
  return account;
}
