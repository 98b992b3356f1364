import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts, contactReads, contactThreads, householdMembers, organization } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";

/** Tells the adults of the household that a message waits, without a word of it: once until they have read it. */
export async function tellFamily(threadId: string, ctx: Context): Promise<void> {
  const readers = await ctx.db
    .select({ accountId: accounts.id, email: accounts.email, readAt: contactReads.readAt })
    .from(contactThreads)
    .innerJoin(
      householdMembers,
      and(eq(householdMembers.householdId, contactThreads.householdId), eq(householdMembers.role, "guardian")),
    )
    .innerJoin(accounts, eq(accounts.personId, householdMembers.personId))
    .leftJoin(contactReads, and(eq(contactReads.threadId, contactThreads.id), eq(contactReads.accountId, accounts.id)))
    .where(and(eq(contactThreads.id, threadId), isNull(accounts.disabledAt)));
  for (const { accountId, email, readAt } of readers) {
    await notify(ctx, {
      template: "message-received",
      recipient: email,
      payload: { url: `${env().appUrl}/contact/${threadId}` },
      dedupeKey: `message-received:${threadId}:${accountId}:${readAt?.toISOString() ?? "never-read"}`,
    });
  }
}

/** Tells the agent who answers this exchange, or else the structure, that a family waits: once until it is answered. */
export async function tellStaff(threadId: string, ctx: Context): Promise<void> {
  const [reader] = await ctx.db
    .select({
      email: sql<string | null>`coalesce(${accounts.email}, (select email from ${organization}))`,
      lastAnswerAt: contactThreads.lastAnswerAt,
    })
    .from(contactThreads)
    .leftJoin(accounts, and(eq(accounts.id, contactThreads.assignedTo), isNull(accounts.disabledAt)))
    .where(eq(contactThreads.id, threadId));
  if (!reader?.email) return;
  await notify(ctx, {
    template: "message-waiting",
    recipient: reader.email,
    payload: { url: `${env().appUrl}/admin/contact/${threadId}` },
    dedupeKey: `message-waiting:${threadId}:${reader.lastAnswerAt?.toISOString() ?? "never-answered"}`,
  });
}
