import { and, count, eq, isNull } from "drizzle-orm";
import { accounts, recoveryCodes } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import type { Context } from "@/lib/core/context";

/** Where the actor's second factor stands. */
export async function getSecondFactor(ctx: Context) {
  const accountId = authorizeAccount(ctx);

  const [[account], [codes]] = await Promise.all([
    ctx.db.select({ since: accounts.totpConfirmedAt }).from(accounts).where(eq(accounts.id, accountId)),
    ctx.db
      .select({ left: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt))),
  ]);
  return { since: account?.since ?? null, codesLeft: codes?.left ?? 0 };
}
