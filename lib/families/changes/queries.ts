import { and, asc, desc, eq, gt, or, sql } from "drizzle-orm";
import { accounts, changeRequests, households, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { type Field, isField } from "../rules";

/** How long a refusal stays in the file of the family, unless it asks again. */
const REFUSAL_DAYS = 30;

export type OpenChange = Awaited<ReturnType<typeof listOpenChanges>>[number];

/** What a family waits for, and what it was lately refused: the last request of each field. */
export async function listOpenChanges(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const last = ctx.db
    .selectDistinctOn([changeRequests.personId, changeRequests.field])
    .from(changeRequests)
    .where(eq(changeRequests.householdId, householdId))
    .orderBy(changeRequests.personId, changeRequests.field, desc(changeRequests.createdAt), desc(changeRequests.status))
    .as("last");
  const since = new Date(ctx.now.getTime() - REFUSAL_DAYS * 86_400_000);
  const rows = await ctx.db
    .select({
      changeId: last.id,
      personId: last.personId,
      field: last.field,
      newValue: last.newValue,
      status: last.status,
      reason: last.reason,
      askedAt: last.createdAt,
    })
    .from(last)
    .where(or(eq(last.status, "pending"), and(eq(last.status, "refused"), gt(last.decidedAt, since))))
    .orderBy(asc(last.createdAt));
  return rows.flatMap(({ field, ...change }) => (isField(field) ? [{ ...change, field }] : []));
}

/** More than an agent decides in a day; the oldest come first, so the others come next. */
const QUEUE_LENGTH = 100;

export type WaitingChange = Awaited<ReturnType<typeof listWaitingChanges>>[number];

/** What the families of the town ask to change, the oldest first. */
export async function listWaitingChanges(ctx: Context) {
  authorize(ctx, "changes:review");

  const rows = await ctx.db
    .select({
      id: changeRequests.id,
      householdId: changeRequests.householdId,
      household: households.name,
      person: sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`,
      field: changeRequests.field,
      oldValue: changeRequests.oldValue,
      newValue: changeRequests.newValue,
      askedAt: changeRequests.createdAt,
      askedBy: accounts.displayName,
    })
    .from(changeRequests)
    .innerJoin(households, eq(households.id, changeRequests.householdId))
    .leftJoin(persons, eq(persons.id, changeRequests.personId))
    .leftJoin(accounts, eq(accounts.id, changeRequests.requestedBy))
    .where(eq(changeRequests.status, "pending"))
    .orderBy(asc(changeRequests.createdAt), asc(changeRequests.id))
    .limit(QUEUE_LENGTH);
  return rows.flatMap(({ field, ...change }): (typeof change & { field: Field })[] =>
    isField(field) ? [{ ...change, field }] : [],
  );
}
