import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { deviceInWords } from "./device-in-words";
import type { SignInInput } from "./input";
import { readDeviceProof } from "./known-device";
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
  const isKnown = readDeviceProof(origin.deviceProof, account.email) !== undefined;
  const session = await openSession({ ...ctx, actor }, { actor, email: account.email, isKnown }, origin);
  return { ...session, actor, account: { displayName: account.displayName, email: account.email } };
}

type Opening = { actor: Member; email: string; isKnown: boolean };

async function openSession(ctx: Context, { actor, email, isKnown }: Opening, { userAgent }: Origin) {
  const token = newToken();
  const expiresAt = sessionEnd(actor.kind, ctx.now);

  await inTransaction(ctx, async (ctx) => {
    if (!isKnown) await tellNewDevice(ctx, { accountId: actor.accountId, email, userAgent });
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

type Opened = { accountId: string; email: string; userAgent: string | null };

/** Someone who had signed in before, and never here, is told at once; the first time of all is no news. */
async function tellNewDevice(ctx: Context, { accountId, email, userAgent }: Opened): Promise<void> {
  const before = await ctx.db
    .select({ token: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.accountId, accountId))
    .limit(1);
  if (before.length === 0) return;
  await notify(ctx, {
    template: "new-device",
    recipient: email,
    payload: {
      url: `${env().appUrl}/mot-de-passe-oublie`,
      device: deviceInWords(userAgent),
      at: ctx.now.toISOString(),
    },
    dedupeKey: `new-device:${accountId}:${ctx.now.toISOString()}`,
  });
}
