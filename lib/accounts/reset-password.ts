import { and, eq, gt, isNull } from "drizzle-orm";
import { accounts, passwordResets } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endAllSessions } from "@/lib/auth/end-sessions";
import { hashPassword } from "@/lib/auth/password";
import { hashToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import type { ResetPasswordInput } from "./input";
import { findPasswordReset } from "./queries";
import { findPasswordProblem } from "./strength/rules";

/** Changes the password of the holder of a link, once: every session ends, and the account is told. */
export async function resetPassword(ctx: Context, { token, password }: ResetPasswordInput): Promise<void> {
  authorizeVisitor(ctx);
  const reset = await findPasswordReset(ctx, token);
  if (!reset) throw new DomainError("link_expired");
  const problem = await findPasswordProblem(password, reset);
  if (problem) throw new DomainError("invalid_input", { message: problem });
  const passwordHash = await hashPassword(password);

  await inTransaction(ctx, async (ctx) => {
    // First, because it locks the account: two links of the same account wait for each other here.
    await ctx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, reset.accountId));
    await useUp(ctx, { token, accountId: reset.accountId });
    await endAllSessions(ctx, reset.accountId);
    await recordEvent(ctx, { type: "password.changed", subjectId: reset.accountId });
    await notify(ctx, {
      template: "password-changed",
      recipient: reset.email,
      payload: {},
      dedupeKey: `password-changed:${hashToken(token)}`,
    });
  });
}

/** Uses the link, which nobody else may have used meanwhile; the other links of the account die with it. */
async function useUp(ctx: Context, { token, accountId }: { token: string; accountId: string }) {
  const [used] = await ctx.db
    .update(passwordResets)
    .set({ usedAt: ctx.now })
    .where(
      and(
        eq(passwordResets.tokenHash, hashToken(token)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, ctx.now),
      ),
    )
    .returning({ accountId: passwordResets.accountId });
  if (!used) throw new DomainError("link_expired");

  await ctx.db
    .update(passwordResets)
    .set({ usedAt: ctx.now })
    .where(and(eq(passwordResets.accountId, accountId), isNull(passwordResets.usedAt)));
}
