import { and, eq, gt, isNull } from "drizzle-orm";
import { accounts, passwordResets } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

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
