import { and, asc, count, desc, eq, exists, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import {
  accounts,
  activities,
  contactMessages,
  contactThreads,
  households,
  persons,
  type ThreadStatus,
  threadStatus,
} from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import { authorize, isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import type { InboxInput } from "../input";
import { excerptOf } from "../rules";
import { listMessages, threadColumns } from "./family";

export const PAGE_SIZE = 30;

const accountOf = ({ actor }: Context) => ("accountId" in actor ? actor.accountId : null);

/** Something of the family's came after this agent last read. */
const isUnread = (ctx: Context) => sql<boolean>`exists (
  select 1 from contact_messages m
  where m.thread_id = contact_threads.id and not m.is_staff and m.created_at > coalesce((
    select r.read_at from contact_reads r where r.thread_id = m.thread_id and r.account_id = ${accountOf(ctx)}
  ), 'epoch')
)`;

/** The exchanges in one state: what waits longest first when it is to be handled, the last moved first otherwise. */
export async function listInbox(ctx: Context, { q, etat, pour, page }: InboxInput) {
  authorize(ctx, "contact:read");

  const wanted = and(
    eq(contactThreads.status, etat),
    pour === "moi" ? eq(contactThreads.assignedTo, accountOf(ctx) ?? "") : undefined,
    q ? matches(ctx, q) : undefined,
  );
  const order = etat === "to_handle" ? asc : desc;
  const rows = await ctx.db
    .select({
      id: contactThreads.id,
      subject: contactThreads.subject,
      title: contactThreads.title,
      household: households.name,
      child: persons.firstName,
      assignee: accounts.displayName,
      lastMessageAt: contactThreads.lastMessageAt,
      isUnread: isUnread(ctx),
      last: sql<string | null>`(
        select left(m.body, 300) from contact_messages m where m.thread_id = contact_threads.id and not m.is_internal
        order by m.created_at desc, m.id desc limit 1
      )`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(contactThreads)
    .innerJoin(households, eq(households.id, contactThreads.householdId))
    .leftJoin(persons, eq(persons.id, contactThreads.childId))
    .leftJoin(accounts, eq(accounts.id, contactThreads.assignedTo))
    .where(wanted)
    .orderBy(order(contactThreads.lastMessageAt), order(contactThreads.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    total: rows[0]?.total ?? 0,
    threads: rows.map(({ total: _, last, ...row }) => ({ ...row, excerpt: excerptOf(last ?? "") })),
  };
}

/** Searched in the name of the family, the title and the messages. */
function matches({ db }: Context, text: string): SQL | undefined {
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(households.name, pattern),
    ilike(contactThreads.title, pattern),
    exists(
      db
        .select({ one: sql`1` })
        .from(contactMessages)
        .where(and(eq(contactMessages.threadId, contactThreads.id), ilike(contactMessages.body, pattern))),
    ),
  );
}

/** As many as an agent looks at before opening the inbox. */
const LAST_THREADS = 6;

/** The last exchanges with one household. */
export async function listHouseholdThreads(ctx: Context, householdId: string) {
  authorize(ctx, "contact:read");

  return ctx.db
    .select({
      id: contactThreads.id,
      subject: contactThreads.subject,
      title: contactThreads.title,
      status: contactThreads.status,
      lastMessageAt: contactThreads.lastMessageAt,
      isUnread: isUnread(ctx),
    })
    .from(contactThreads)
    .where(eq(contactThreads.householdId, householdId))
    .orderBy(desc(contactThreads.lastMessageAt), desc(contactThreads.id))
    .limit(LAST_THREADS);
}

/** How many exchanges are in each state. */
export async function countThreads(ctx: Context): Promise<Record<ThreadStatus, number>> {
  authorize(ctx, "contact:read");

  const rows = await ctx.db
    .select({ status: contactThreads.status, threads: count() })
    .from(contactThreads)
    .groupBy(contactThreads.status);
  const counts = new Map(rows.map(({ status, threads }) => [status, threads]));
  const entries = threadStatus.enumValues.map((status) => [status, counts.get(status) ?? 0] as const);
  return Object.fromEntries(entries) as Record<ThreadStatus, number>;
}

/** One exchange as agents see it: with their own notes, who wrote each word, and who answers. */
export async function getStaffThread(ctx: Context, threadId: string) {
  authorize(ctx, "contact:read");
  assertUuid(threadId);

  const [[thread], messages] = await Promise.all([
    ctx.db
      .select({
        ...threadColumns,
        household: households.name,
        assignedTo: contactThreads.assignedTo,
        isBroadcast: sql<boolean>`${contactThreads.broadcastId} is not null`,
      })
      .from(contactThreads)
      .innerJoin(households, eq(households.id, contactThreads.householdId))
      .leftJoin(persons, eq(persons.id, contactThreads.childId))
      .leftJoin(activities, eq(activities.id, contactThreads.activityId))
      .where(eq(contactThreads.id, threadId)),
    listMessages(ctx, threadId, { withNotes: true }),
  ]);
  if (!thread) throw new DomainError("not_found");
  return { ...thread, messages };
}

const roles: AgentRole[] = [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
];

/** The agents who answer families. */
export async function listAnswerers(ctx: Context) {
  authorize(ctx, "contact:read");

  const answering = roles.filter((role) => isAllowed({ kind: "agent", accountId: "", role }, "contact:write"));
  return ctx.db
    .select({ id: accounts.id, name: accounts.displayName })
    .from(accounts)
    .where(and(inArray(accounts.role, answering), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.displayName));
}
