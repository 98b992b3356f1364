import { desc, eq, sql } from "drizzle-orm";
import { accounts, activities, contactBroadcasts, facilities } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** The last messages to many families, with how many answered or read them. */
export async function listBroadcasts(ctx: Context, { limit = 20 } = {}) {
  authorize(ctx, "publications:write");

  return ctx.db
    .select({
      id: contactBroadcasts.id,
      title: contactBroadcasts.title,
      audience: contactBroadcasts.audience,
      place: sql<string | null>`coalesce(${activities.name}, ${facilities.name})`,
      day: contactBroadcasts.day,
      households: contactBroadcasts.households,
      author: accounts.displayName,
      createdAt: contactBroadcasts.createdAt,
      read: sql<number>`(
        select count(distinct t.id)::int from contact_threads t
        join contact_reads r on r.thread_id = t.id and r.read_at >= ${contactBroadcasts.createdAt}
        join accounts a on a.id = r.account_id and a.person_id is not null
        where t.broadcast_id = ${contactBroadcasts.id}
      )`,
    })
    .from(contactBroadcasts)
    .leftJoin(accounts, eq(accounts.id, contactBroadcasts.sentBy))
    .leftJoin(activities, eq(activities.id, contactBroadcasts.activityId))
    .leftJoin(facilities, eq(facilities.id, contactBroadcasts.facilityId))
    .orderBy(desc(contactBroadcasts.createdAt))
    .limit(limit);
}
