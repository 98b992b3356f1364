import { and, eq, lt } from "drizzle-orm";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "@/db/client";
import { sessions } from "@/db/schema";
import { type Actor, visitor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { sessionCookie } from "./cookies";
import { findSession, type Session } from "./queries";
import { isSeenAgain } from "./rules";
import { looksLikeToken } from "./token";

export const visitorContext = (): Context => ({ actor: visitor, db: database(), now: new Date() });

/** Who is signed in, read once per request: an ended session, a disabled account or a new role acts at once. */
export const currentSession = cache(async (): Promise<Session | undefined> => {
  const token = await currentToken();
  if (!token) return undefined;

  const ctx = visitorContext();
  const session = await findSession(ctx, token);
  if (session && isSeenAgain(session.lastSeenAt, ctx.now)) await markSeen(ctx, session);
  return session;
});

/** Who may act: nobody yet in a session that still owes its second factor. */
export async function currentActor(): Promise<Actor> {
  const session = await currentSession();
  return session && !session.missing ? session.actor : visitor;
}

/** The context of this request: a visitor's when nobody is signed in. */
export const sessionContext = cache(
  async (): Promise<Context> => ({ ...visitorContext(), actor: await currentActor() }),
);

/**
 * The context of an agent whose password was right, whether or not the second factor was given: for what asks for that
 * factor, and for nothing else.
 */
export async function halfOpenContext(): Promise<Context> {
  const session = await currentSession();
  if (session?.actor.kind !== "agent") throw new DomainError("unauthenticated");
  return { ...visitorContext(), actor: session.actor };
}

/** The token that the browser sent, when it can be one of ours. */
export async function currentToken(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return looksLikeToken(token) ? token : undefined;
}

/** Which session this request came with: for what people do to their own sessions. */
export async function currentSessionId(): Promise<string> {
  const session = await currentSession();
  if (!session) throw new DomainError("unauthenticated");
  return session.tokenHash;
}

async function markSeen({ db, now }: Context, { tokenHash }: Session): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.tokenHash, tokenHash), lt(sessions.lastSeenAt, now)));
}
