import { and, eq, isNull } from "drizzle-orm";
import { accounts, passwordResets } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { endOtherSessions } from "@/lib/auth/end-sessions";
import { hashPassword } from "@/lib/auth/password";
import { renewSession } from "@/lib/auth/renew-session";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { checkOwnPassword, WRONG_PASSWORD } from "./check-own-password";
import type { ChangePasswordInput } from "./input";
import { findPasswordProblem } from "./strength/rules";

type Change = ChangePasswordInput & { sessionId: string };
type Account = { id: string; email: string; passwordHash: string | null };

/** Changes one's own password: the other sessions end, this one goes on under the token that is answered. */
export async function changePassword(ctx: Context, { currentPassword, newPassword, sessionId }: Change) {
  const account = await getAccount(ctx, authorizeAccount(ctx));
  const problem = await findPasswordProblem(newPassword, account);
  if (problem) throw refusal("invalid_input", { newPassword: [problem] });
  if (!(await checkOwnPassword(ctx, account, currentPassword))) throw wrongCurrent();
  if (newPassword === currentPassword) throw refusal("invalid_input", { newPassword: [SAME] });
  const passwordHash = await hashPassword(newPassword);

  return inTransaction(ctx, async (ctx) => {
    await replaceHash(ctx, account, passwordHash);
    await ctx.db
      .update(passwordResets)
      .set({ usedAt: ctx.now })
      .where(and(eq(passwordResets.accountId, account.id), isNull(passwordResets.usedAt)));
    const renewed = await renewSession(ctx, sessionId);
    await endOtherSessions(ctx, renewed.sessionId);
    await recordEvent(ctx, { type: "password.changed", subjectId: account.id });
    await notify(ctx, {
      template: "password-changed",
      recipient: account.email,
      payload: {},
      dedupeKey: `password-changed:${renewed.sessionId}`,
    });
    return { token: renewed.token, expiresAt: renewed.expiresAt };
  });
}

const SAME = "Choisissez un mot de passe différent de l’actuel.";

function refusal(code: "invalid_input" | "invalid_credentials", fields: Record<string, string[]>): DomainError {
  return new DomainError(code, { message: "Votre mot de passe n’a pas été modifié.", fields });
}

const wrongCurrent = () => refusal("invalid_credentials", { currentPassword: [WRONG_PASSWORD] });

async function getAccount(ctx: Context, accountId: string): Promise<Account> {
  const [account] = await ctx.db
    .select({ id: accounts.id, email: accounts.email, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  if (!account) throw new DomainError("unauthenticated");
  return account;
}

/** Only over the hash that was verified: of two changes at the same moment, the second no longer knows the password. */
async function replaceHash(ctx: Context, { id, passwordHash: verified }: Account, passwordHash: string): Promise<void> {
  const [changed] = await ctx.db
    .update(accounts)
    .set({ passwordHash })
    .where(and(eq(accounts.id, id), eq(accounts.passwordHash, verified ?? "")))
    .returning({ id: accounts.id });
  if (!changed) throw wrongCurrent();
}
