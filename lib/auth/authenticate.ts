import { sessions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { SignInInput } from "./input";
import { verifyPassword } from "./password";
import { findAccount, type Member, memberOf } from "./queries";
import type { Origin } from "./request-origin";
import { sessionEnd } from "./rules";
import { acceptTry, countSignIn, withdrawTry } from "./sign-in-tries";
import { hashToken, newToken } from "./token";

export type Credentials = Pick<SignInInput, "email" | "password"> & { origin: Origin };

/** Checks a password and opens a session, with the same answer in the same time whether the account exists or not. */
export async function authenticate(ctx: Context, { email, password, origin }: Credentials) {
  const counted = await countSignIn(ctx, email, origin);
  const account = await findAccount(ctx, email);
  const isRight = await verifyPassword(account?.passwordHash, password).catch(async (error: unknown) => {
    await withdrawTry(ctx, counted);
    throw error;
  });

  const actor = account && !account.disabledAt ? memberOf(account) : undefined;
  if (!account || !actor || !isRight) {
    await recordEvent(ctx, { type: "session.refused", subjectId: account?.accountId ?? hashToken(email) });
    throw new DomainError("invalid_credentials");
  }

  await acceptTry(ctx, counted);
  const session = await openSession({ ...ctx, actor }, actor, origin);
  return { ...session, actor, account: { displayName: account.displayName, email: account.email } };
}

async function openSession(ctx: Context, actor: Member, { userAgent }: Origin) {
  const token = newToken();
  const expiresAt = sessionEnd(actor.kind, ctx.now);

  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(sessions).values({
      tokenHash: hashToken(token),
      accountId: actor.accountId,
      userAgent,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt,
    });
    await recordEvent(ctx, { type: "session.opened", subjectId: actor.accountId });
  });
  return { token, expiresAt };
}
