import { and, desc, eq } from "drizzle-orm";
import { contactMessages, contactThreads } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** An exchange, while nobody else changes it. Whose it is must still be asked of the actor. */
export const lockThread = async ({ db }: Context, threadId: string) => {
  const [thread] = await db
    .select({
      id: contactThreads.id,
      householdId: contactThreads.householdId,
      status: contactThreads.status,
      assignedTo: contactThreads.assignedTo,
    })
    .from(contactThreads)
    .where(eq(contactThreads.id, threadId))
    .for("update");
  if (!thread) throw new DomainError("not_found");
  return thread;
};

/** Whose exchange it is, before anything is done in it. */
export const findHousehold = async ({ db }: Context, threadId: string): Promise<{ householdId: string }> => {
  const [thread] = await db
    .select({ householdId: contactThreads.householdId })
    .from(contactThreads)
    .where(eq(contactThreads.id, threadId));
  if (!thread) throw new DomainError("not_found");
  return thread;
};

/** The last message that both sides see. */
export const findLastMessage = async ({ db }: Context, threadId: string) => {
  const [last] = await db
    .select({ id: contactMessages.id, accountId: contactMessages.accountId })
    .from(contactMessages)
    .where(and(eq(contactMessages.threadId, threadId), eq(contactMessages.isInternal, false)))
    .orderBy(desc(contactMessages.createdAt), desc(contactMessages.id))
    .limit(1);
  return last;
};
