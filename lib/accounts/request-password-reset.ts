import { and, eq, isNull } from "drizzle-orm";
import { accounts, passwordResets } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { countTry, type Limit } from "@/lib/auth/throttle";
import { hashToken, newToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import type { RequestPasswordResetInput } from "./input";
import { resetDeadline } from "./rules";

/** So that nobody's mailbox can be filled from here. */
const perAccount: Limit = { name: "password-reset", tries: 3, withinSeconds: 3600, firstLockSeconds: 900 };

/** Sends a link that lets its reader choose a password; the caller learns nothing about whether the account exists. */
export async function requestPasswordReset(ctx: Context, { email }: RequestPasswordResetInput): Promise<void> {
  authorizeVisitor(ctx);
  await countTry(ctx, perAccount, hashToken(email));

  await inTransaction(ctx, async (ctx) => {
    const [account] = await ctx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.email, email), isNull(accounts.disabledAt)));
    await recordEvent(ctx, { type: "password-reset.requested", subjectId: account?.id ?? hashToken(email) });
    if (account) await sendLink(ctx, { accountId: account.id, email });
  });
}

async function sendLink(ctx: Context, { accountId, email }: { accountId: string; email: string }) {
  const token = newToken();
  const tokenHash = hashToken(token);
  await ctx.db
    .insert(passwordResets)
    .values({ tokenHash, accountId, createdAt: ctx.now, expiresAt: resetDeadline(ctx.now) });
  await notify(ctx, {
    template: "password-reset",
    recipient: email,
    payload: { url: `${env().appUrl}/mot-de-passe/${token}` },
    dedupeKey: `password-reset:${tokenHash}`,
  });
}
