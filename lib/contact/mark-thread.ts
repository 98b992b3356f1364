import { contactReads } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { ThreadInput } from "./input";
import { findHousehold } from "./lock-thread";

/** Notes until when someone has read an exchange; who only looks through a family's eyes leaves no mark. */
export async function markThread(ctx: Context, { threadId }: ThreadInput): Promise<void> {
  const { actor, db, now: readAt } = ctx;
  authorize(ctx, "contact:read", await findHousehold(ctx, threadId));
  if (actor.kind !== "guardian" && actor.kind !== "agent") return;

  await db
    .insert(contactReads)
    .values({ threadId, accountId: actor.accountId, readAt })
    .onConflictDoUpdate({ target: [contactReads.threadId, contactReads.accountId], set: { readAt } });
}
