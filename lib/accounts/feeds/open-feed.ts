import { calendarFeeds } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashToken, newToken } from "@/lib/auth/token";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorizeFeed } from "./authorize-feed";
import type { FeedInput } from "./input";

/**
 * Gives the household's days an address of their own, for the actor's calendar. Answers its secret, which is told this
 * once and kept nowhere; an address given before stops at the same moment.
 */
export async function openFeed(ctx: Context, { householdId }: FeedInput): Promise<string> {
  const accountId = authorizeFeed(ctx, householdId);

  const token = newToken();
  await inTransaction(ctx, async (ctx) => {
    const feed = { tokenHash: hashToken(token), createdAt: ctx.now };
    await ctx.db
      .insert(calendarFeeds)
      .values({ ...feed, accountId, householdId })
      .onConflictDoUpdate({ target: [calendarFeeds.accountId, calendarFeeds.householdId], set: feed });
    await recordEvent(ctx, { type: "calendar-feed.opened", subjectId: accountId, householdId });
  });
  return token;
}
