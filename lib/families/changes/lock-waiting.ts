import { and, eq, inArray, isNull } from "drizzle-orm";
import { changeRequests } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Field } from "../rules";
import type { Subject } from "./lock-subject";
import type { Value } from "./rules";

const waitingOf = ({ householdId, personId }: Subject) =>
  and(
    eq(changeRequests.householdId, householdId),
    personId ? eq(changeRequests.personId, personId) : isNull(changeRequests.personId),
    eq(changeRequests.status, "pending"),
  );

/** What a household waits for about one of its own, by field. Plumbing, like the next: the commands authorize. */
export async function lockWaiting({ db }: Context, subject: Subject): Promise<Map<string, { newValue: Value }>> {
  const rows = await db
    .select({ field: changeRequests.field, newValue: changeRequests.newValue })
    .from(changeRequests)
    .where(waitingOf(subject))
    .orderBy(changeRequests.id)
    .for("update");
  return new Map(rows.map(({ field, newValue }) => [field, { newValue }]));
}

/** Makes room for what comes after: one request per field waits, and the index of the table has the last word. */
export async function endWaiting(
  { db, now, actor }: Context,
  { status, fields, ...subject }: Subject & { status: "withdrawn" | "superseded"; fields: readonly Field[] },
): Promise<void> {
  if (fields.length === 0) return;
  await db
    .update(changeRequests)
    .set({ status, decidedAt: now, decidedBy: "accountId" in actor ? actor.accountId : null })
    .where(and(waitingOf(subject), inArray(changeRequests.field, [...fields])));
}
