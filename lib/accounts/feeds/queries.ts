import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts, calendarFeeds, householdMembers } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import type { Actor } from "@/lib/core/actor";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { authorizeFeed } from "./authorize-feed";

/** Since when the actor's calendar has an address for this household. */
export async function findOwnFeed(ctx: Context, householdId: string): Promise<Date | undefined> {
  const accountId = authorizeFeed(ctx, householdId);

  const [feed] = await ctx.db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.accountId, accountId), eq(calendarFeeds.householdId, householdId)));
  return feed?.createdAt;
}

type Reader = { actor: Actor; householdId: string };

/**
 * In whose name a calendar reads, and which household: its secret is all it has. Nobody any more once the account is
 * closed or its person has left the household.
 */
export async function findFeedReader(ctx: Context, token: string): Promise<Reader | undefined> {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token)) return undefined;

  const [feed] = await ctx.db
    .select({
      accountId: calendarFeeds.accountId,
      householdId: calendarFeeds.householdId,
      personId: sql<string>`${accounts.personId}`,
    })
    .from(calendarFeeds)
    .innerJoin(accounts, and(eq(accounts.id, calendarFeeds.accountId), isNull(accounts.disabledAt)))
    .innerJoin(
      householdMembers,
      and(
        eq(householdMembers.personId, accounts.personId),
        eq(householdMembers.householdId, calendarFeeds.householdId),
        eq(householdMembers.role, "guardian"),
      ),
    )
    .where(eq(calendarFeeds.tokenHash, hashToken(token)));
  if (!feed) return undefined;
  const { accountId, personId, householdId } = feed;
  return { actor: { kind: "guardian", accountId, personId, householdIds: [householdId] }, householdId };
}
