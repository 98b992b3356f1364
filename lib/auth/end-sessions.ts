import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/core/context";
import { hashToken } from "./token";

/** Ends the session of a token: holding the token is the right to end it. */
export async function endSession(ctx: Context, token: string): Promise<void> {
  const [ended] = await ctx.db
    .update(sessions)
    .set({ endedAt: ctx.now })
    .where(and(eq(sessions.tokenHash, hashToken(token)), isNull(sessions.endedAt)))
    .returning({ accountId: sessions.accountId });
  if (ended) await recordEvent(ctx, { type: "session.ended", subjectId: ended.accountId });
}

/** Ends every session of an account: nobody stays signed in with a password that has changed. */
export async function endAllSessions(ctx: Context, accountId: string): Promise<void> {
  const ended = await ctx.db
    .update(sessions)
    .set({ endedAt: ctx.now })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    .returning({ createdAt: sessions.createdAt });
  await recordEvent(ctx, { type: "sessions.ended", subjectId: accountId, data: { count: ended.length } });
}
