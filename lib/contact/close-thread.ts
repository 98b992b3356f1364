import { eq } from "drizzle-orm";
import { contactThreads } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { ThreadInput } from "./input";
import { lockThread } from "./lock-thread";

/** Says that nothing is to be done any more; whatever the family writes next opens the exchange again. */
export async function closeThread(ctx: Context, { threadId }: ThreadInput): Promise<void> {
  authorize(ctx, "contact:write");

  await inTransaction(ctx, async (ctx) => {
    const { householdId, status } = await lockThread(ctx, threadId);
    if (status === "closed") throw new DomainError("already_decided");
    await ctx.db
      .update(contactThreads)
      .set({ status: "closed", closedAt: ctx.now })
      .where(eq(contactThreads.id, threadId));
    await recordEvent(ctx, { type: "thread.closed", subjectId: threadId, householdId });
  });
}
