import { and, eq, sql } from "drizzle-orm";
import { contactBroadcasts, contactMessages, contactThreads } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { recipientHouseholds } from "./count-recipients";
import type { BroadcastMessageInput } from "./input";

/** Written by statement: a town of several thousand families is some of these. */
const BATCH = 1000;

/** Writes to exactly the families concerned: each gets an exchange of its own, which it can answer. Sent twice, it is one. */
export async function broadcastMessage(ctx: Context, message: BroadcastMessageInput): Promise<{ households: number }> {
  authorize(ctx, "publications:write");
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const { accountId } = actor;
  const { audience, facilityId, activityId, day, title, body, clientKey } = message;

  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${clientKey}))`);
    const [known] = await ctx.db
      .select()
      .from(contactBroadcasts)
      .where(and(eq(contactBroadcasts.sentBy, accountId), eq(contactBroadcasts.clientKey, clientKey)));
    if (known && !isSame(known, message)) throw new DomainError("message_already_sent");
    if (known) return { households: known.households };

    const rows = await ctx.db.execute<{ household_id: string }>(recipientHouseholds(ctx, message));
    const households = rows.map(({ household_id }) => household_id);
    if (households.length === 0) throw new DomainError("no_family_concerned");

    const [broadcast] = await ctx.db
      .insert(contactBroadcasts)
      .values({
        audience,
        facilityId: facilityId || null,
        activityId: activityId || null,
        day: day || null,
        title,
        body,
        households: households.length,
        clientKey,
        sentBy: accountId,
        createdAt: ctx.now,
      })
      .returning({ id: contactBroadcasts.id });
    if (!broadcast) throw new Error("The message was not written");
    for (let start = 0; start < households.length; start += BATCH) {
      await openThreads(ctx, broadcast.id, accountId, message, households.slice(start, start + BATCH));
    }
    await recordEvent(ctx, {
      type: "message.broadcast",
      subjectId: broadcast.id,
      data: { audience, title, households: households.length },
    });
    await enqueue(ctx, "announce-broadcast", { broadcastId: broadcast.id });
    return { households: households.length };
  });
}

/** The same words to the same families. */
const isSame = (known: typeof contactBroadcasts.$inferSelect, message: BroadcastMessageInput): boolean =>
  known.body === message.body &&
  known.title === message.title &&
  known.audience === message.audience &&
  known.facilityId === (message.facilityId || null) &&
  known.activityId === (message.activityId || null) &&
  known.day === (message.day || null);

async function openThreads(
  { db, now }: Context,
  broadcastId: string,
  accountId: string,
  { subject, title, body, activityId }: BroadcastMessageInput,
  households: string[],
): Promise<void> {
  const threads = await db
    .insert(contactThreads)
    .values(
      households.map((householdId) => ({
        householdId,
        subject,
        title,
        activityId: activityId || null,
        broadcastId,
        status: "waiting_family" as const,
        createdAt: now,
        lastMessageAt: now,
        lastAnswerAt: now,
      })),
    )
    .returning({ threadId: contactThreads.id });
  await db
    .insert(contactMessages)
    .values(threads.map(({ threadId }) => ({ threadId, isStaff: true, accountId, body, createdAt: now })));
}
