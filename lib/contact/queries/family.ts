import { and, asc, desc, eq, sql } from "drizzle-orm";
import {
  accounts,
  activities,
  contactAttachments,
  contactMessages,
  contactThreads,
  enrollments,
  householdMembers,
  persons,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { excerptOf } from "../rules";

const accountOf = ({ actor }: Context) => ("accountId" in actor ? actor.accountId : null);

/** Something of the structure's came after this person last read. */
export const isUnread = (ctx: Context) => sql<boolean>`exists (
  select 1 from contact_messages m
  where m.thread_id = contact_threads.id and m.is_staff and not m.is_internal and m.created_at > coalesce((
    select r.read_at from contact_reads r where r.thread_id = m.thread_id and r.account_id = ${accountOf(ctx)}
  ), 'epoch')
)`;

/** What a household and the structure wrote to each other, last first; both guardians see the same. */
export async function listThreads(ctx: Context, householdId: string) {
  authorize(ctx, "contact:read", { householdId });

  const rows = await ctx.db
    .select({
      id: contactThreads.id,
      subject: contactThreads.subject,
      title: contactThreads.title,
      status: contactThreads.status,
      child: persons.firstName,
      lastMessageAt: contactThreads.lastMessageAt,
      isUnread: isUnread(ctx),
      last: sql<{ body: string; isStaff: boolean } | null>`(
        select json_build_object('body', left(m.body, 300), 'isStaff', m.is_staff) from contact_messages m
        where m.thread_id = contact_threads.id and not m.is_internal
        order by m.created_at desc, m.id desc limit 1
      )`,
    })
    .from(contactThreads)
    .leftJoin(persons, eq(persons.id, contactThreads.childId))
    .where(eq(contactThreads.householdId, householdId))
    .orderBy(desc(contactThreads.lastMessageAt), desc(contactThreads.id))
    .limit(200);
  return rows.map(({ last, ...row }) => ({
    ...row,
    excerpt: excerptOf(last?.body ?? ""),
    isLastFromStaff: last?.isStaff ?? false,
  }));
}

/** How many exchanges hold something that this person has not read. */
export async function countUnreadThreads(ctx: Context, householdId: string): Promise<number> {
  authorize(ctx, "contact:read", { householdId });

  const [counted] = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from contact_threads where household_id = ${householdId} and ${isUnread(ctx)}`,
  );
  return counted?.count ?? 0;
}

export const threadColumns = {
  id: contactThreads.id,
  householdId: contactThreads.householdId,
  subject: contactThreads.subject,
  title: contactThreads.title,
  status: contactThreads.status,
  child: persons.firstName,
  activity: activities.name,
  createdAt: contactThreads.createdAt,
  /** The invoice that is contested. */
  invoiceId: contactThreads.invoiceId,
};

/** One exchange as the family sees it: never what agents say among themselves. */
export async function getThread(ctx: Context, threadId: string) {
  assertUuid(threadId);
  const [thread] = await ctx.db
    .select(threadColumns)
    .from(contactThreads)
    .leftJoin(persons, eq(persons.id, contactThreads.childId))
    .leftJoin(activities, eq(activities.id, contactThreads.activityId))
    .where(eq(contactThreads.id, threadId));
  if (!thread) throw new DomainError("not_found");
  authorize(ctx, "contact:read", thread);

  const messages = await listMessages(ctx, threadId, { withNotes: false });
  return {
    ...thread,
    messages: messages.map(({ author, ...message }) => ({ ...message, author: seenAuthor(message, author) })),
  };
}

/** Families know each other's first names; who answers for the structure is the structure. */
const seenAuthor = ({ isStaff }: { isStaff: boolean }, author: string | null) => (isStaff ? null : author);

export const listMessages = async ({ db }: Context, threadId: string, { withNotes }: { withNotes: boolean }) => {
  const [messages, attachments] = await Promise.all([
    db
      .select({
        id: contactMessages.id,
        body: contactMessages.body,
        isStaff: contactMessages.isStaff,
        isInternal: contactMessages.isInternal,
        author: accounts.displayName,
        createdAt: contactMessages.createdAt,
      })
      .from(contactMessages)
      .leftJoin(accounts, eq(accounts.id, contactMessages.accountId))
      .where(and(eq(contactMessages.threadId, threadId), withNotes ? undefined : eq(contactMessages.isInternal, false)))
      .orderBy(asc(contactMessages.createdAt), asc(contactMessages.id)),
    db
      .select({
        messageId: contactAttachments.messageId,
        id: contactAttachments.id,
        fileName: contactAttachments.fileName,
        sizeBytes: contactAttachments.sizeBytes,
      })
      .from(contactAttachments)
      .innerJoin(contactMessages, eq(contactMessages.id, contactAttachments.messageId))
      .where(eq(contactMessages.threadId, threadId))
      .orderBy(asc(contactAttachments.fileName)),
  ]);
  return messages.map((message) => ({
    ...message,
    attachments: attachments
      .filter(({ messageId }) => messageId === message.id)
      .map(({ messageId: _, ...attachment }) => attachment),
  }));
};

/** Whom and what a family may write about: its children, and the activities where they are enrolled. */
export async function listMatters(ctx: Context, householdId: string) {
  authorize(ctx, "contact:read", { householdId });

  const [children, offered] = await Promise.all([
    ctx.db
      .select({ id: persons.id, name: persons.firstName })
      .from(householdMembers)
      .innerJoin(persons, eq(persons.id, householdMembers.personId))
      .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "child")))
      .orderBy(asc(householdMembers.rank)),
    ctx.db
      .selectDistinct({ id: activities.id, name: activities.name })
      .from(enrollments)
      .innerJoin(activities, eq(activities.id, enrollments.activityId))
      .innerJoin(householdMembers, eq(householdMembers.personId, enrollments.childId))
      .where(
        and(
          eq(householdMembers.householdId, householdId),
          eq(enrollments.status, "approved"),
          sql`${enrollments.endsOn} >= ${dateOf(ctx.now)}`,
        ),
      )
      .orderBy(asc(activities.name)),
  ]);
  return { children, activities: offered };
}
