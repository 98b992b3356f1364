import { and, eq, gt, isNull, or } from "drizzle-orm";
import { accounts, emailChanges } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type PendingEmailChange = NonNullable<Awaited<ReturnType<typeof findOwnEmailChange>>>;

/** The change of address that the actor's account waits for, and which mailbox has not answered. */
export async function findOwnEmailChange(ctx: Context) {
  const accountId = authorizeAccount(ctx);

  const [change] = await ctx.db
    .select({
      newEmail: emailChanges.newEmail,
      oldConfirmedAt: emailChanges.oldConfirmedAt,
      newConfirmedAt: emailChanges.newConfirmedAt,
      expiresAt: emailChanges.expiresAt,
    })
    .from(emailChanges)
    .where(
      and(eq(emailChanges.accountId, accountId), isNull(emailChanges.doneAt), gt(emailChanges.expiresAt, ctx.now)),
    );
  return change;
}

/** What a link of either mailbox asks, while it still serves: a link confirms once. Looking does not use it up. */
export async function findEmailChange(ctx: Context, token: string) {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token)) return undefined;
  const hash = hashToken(token);

  const [change] = await ctx.db
    .select({
      id: emailChanges.id,
      accountId: emailChanges.accountId,
      personId: accounts.personId,
      oldEmail: accounts.email,
      newEmail: emailChanges.newEmail,
      oldTokenHash: emailChanges.oldTokenHash,
      oldConfirmedAt: emailChanges.oldConfirmedAt,
      newConfirmedAt: emailChanges.newConfirmedAt,
    })
    .from(emailChanges)
    .innerJoin(accounts, eq(accounts.id, emailChanges.accountId))
    .where(
      and(
        or(eq(emailChanges.oldTokenHash, hash), eq(emailChanges.newTokenHash, hash)),
        isNull(emailChanges.doneAt),
        gt(emailChanges.expiresAt, ctx.now),
        isNull(accounts.disabledAt),
      ),
    );
  if (!change) return undefined;
  const { oldTokenHash, oldConfirmedAt, newConfirmedAt, ...rest } = change;
  const side = oldTokenHash === hash ? ("old" as const) : ("new" as const);
  return {
    ...rest,
    side,
    isConfirmed: Boolean(side === "old" ? oldConfirmedAt : newConfirmedAt),
    isLast: Boolean(side === "old" ? newConfirmedAt : oldConfirmedAt),
  };
}
