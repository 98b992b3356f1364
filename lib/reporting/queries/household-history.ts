import { desc, eq, sql } from "drizzle-orm";
import { accounts, auditEvents, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export const PAGE_SIZE = 50;

export type HistoryEvent = Awaited<ReturnType<typeof listHouseholdHistory>>["events"][number];

/** Who did what about a household, last first: the trail as it was written, with the names of people. */
export async function listHouseholdHistory(ctx: Context, { householdId, page }: { householdId: string; page: number }) {
  authorize(ctx, "families:read");

  const rows = await ctx.db
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      type: auditEvents.type,
      actorKind: auditEvents.actorKind,
      actor: accounts.displayName,
      subject: nameOfSubject,
      data: auditEvents.data,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(auditEvents)
    .leftJoin(accounts, eq(accounts.id, auditEvents.accountId))
    .where(eq(auditEvents.householdId, householdId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    total: rows[0]?.total ?? 0,
    events: rows.map(({ total: _, data, ...event }) => ({ ...event, changes: changesIn(data) })),
  };
}

/** The person an event is about, when it is about one. */
const nameOfSubject = sql<string | null>`(
  select ${persons.firstName} || ' ' || ${persons.lastName} from ${persons}
  where ${persons.id} = case when ${auditEvents.subjectId} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then ${auditEvents.subjectId}::uuid end
)`;

export type ChangedField = { field: string; before: string | null; after: string | null };

/** What an event says of old and new values, for one field or for several; nothing else of it is shown. */
function changesIn(data: Record<string, unknown> | null): ChangedField[] {
  const { field, from, to } = data ?? {};
  if (typeof field === "string") return [{ field, before: text(from), after: text(to) }];
  if (!isRecord(from) && !isRecord(to)) return [];
  const [before, after] = [isRecord(from) ? from : {}, isRecord(to) ? to : {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => ({
    field: name,
    before: text(before[name]),
    after: text(after[name]),
  }));
}

const text = (value: unknown): string | null =>
  value === null || value === undefined || value === "" ? null : `${value}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
