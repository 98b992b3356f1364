import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeAccount } from "./authorize-account";
import { hashToken, newToken } from "./token";

/** Gives the actor's session another token: whoever had copied the one before is signed out. */
export async function renewSession(ctx: Context, sessionId: string) {
  const accountId = authorizeAccount(ctx);
  const token = newToken();
  const renewedId = hashToken(token);

  const [session] = await ctx.db
    .update(sessions)
    .set({ tokenHash: renewedId })
    .where(and(eq(sessions.tokenHash, sessionId), eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    .returning({ expiresAt: sessions.expiresAt });
  if (!session) throw new DomainError("unauthenticated");
  return { sessionId: renewedId, token, expiresAt: session.expiresAt };
}
