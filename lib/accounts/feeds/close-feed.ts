import { and, eq } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorizeFeed } from "./authorize-feed";
import type { FeedInput } from "./input";

/** Ends the address of the actor's calendar at once; done twice, it is ended once. */
export async function closeFeed(ctx: Context, { householdId }: FeedInput): Promise<void> {
  const accountId = authorizeFeed(ctx, householdId);

  await inTransaction(ctx, async (ctx) => {
    const closed = await ctx.db
      .delete(calendarFeeds)
      .where(and(eq(calendarFeeds.accountId, accountId), eq(calendarFeeds.householdId, householdId)))
      .returning({ accountId: calendarFeeds.accountId });
    if (closed.length === 0) return;
    await recordEvent(ctx, { type: "calendar-feed.closed", subjectId: accountId, householdId });
  });
}
