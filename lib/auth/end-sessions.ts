import { and, eq, isNull, ne, type SQL } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeAccount } from "./authorize-account";
import type { EndOwnSessionInput } from "./input";
import { hashToken } from "./token";

/** Ends the session of a token: holding the token is the right to end it. */
export async function endSession(ctx: Context, token: string): Promise<void> {
  const [ended] = await end(ctx, eq(sessions.tokenHash, hashToken(token)));
  if (!ended) return;
  const householdId = ended.observedHouseholdId;
  if (householdId) await recordEvent(ctx, { type: "observation.ended", householdId });
  await recordEvent(ctx, { type: "session.ended", subjectId: ended.accountId });
}

/** Ends one session of the actor's account; someone else's is answered like a missing one. */
export async function endOwnSession(ctx: Context, { sessionId }: EndOwnSessionInput): Promise<void> {
  const accountId = authorizeAccount(ctx);

  await inTransaction(ctx, async (ctx) => {
    const [ended] = await end(ctx, eq(sessions.tokenHash, sessionId), eq(sessions.accountId, accountId));
    if (!ended) throw new DomainError("not_found", { message: "Cet appareil n’est plus connecté." });
    await recordEvent(ctx, { type: "session.ended", subjectId: accountId });
  });
}

/** Ends every session of the actor's account but the one they are using. */
export async function endOtherSessions(ctx: Context, sessionId: string): Promise<void> {
  const accountId = authorizeAccount(ctx);

  await inTransaction(ctx, async (ctx) => {
    const ended = await end(ctx, eq(sessions.accountId, accountId), ne(sessions.tokenHash, sessionId));
    await recordEvent(ctx, { type: "sessions.ended", subjectId: accountId, data: { count: ended.length } });
  });
}

/** Ends every session of an account: nobody stays signed in with a password that has changed. */
export async function endAllSessions(ctx: Context, accountId: string): Promise<void> {
  const ended = await end(ctx, eq(sessions.accountId, accountId));
  await recordEvent(ctx, { type: "sessions.ended", subjectId: accountId, data: { count: ended.length } });
}

const end = ({ db, now }: Context, ...which: SQL[]) =>
  db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(...which, isNull(sessions.endedAt)))
    .returning({ accountId: sessions.accountId, observedHouseholdId: sessions.observedHouseholdId });
