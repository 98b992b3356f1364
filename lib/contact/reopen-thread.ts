import { eq } from "drizzle-orm";
import { contactThreads } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { ThreadInput } from "./input";
import { lockThread } from "./lock-thread";

/** Puts a closed exchange back among what is to be handled. */
export async function reopenThread(ctx: Context, { threadId }: ThreadInput): Promise<void> {
  authorize(ctx, "contact:write");

  await inTransaction(ctx, async (ctx) => {
    const { householdId, status } = await lockThread(ctx, threadId);
    if (status !== "closed") throw new DomainError("already_decided");
    await ctx.db
      .update(contactThreads)
      .set({ status: "to_handle", closedAt: null })
      .where(eq(contactThreads.id, threadId));
    await recordEvent(ctx, { type: "thread.reopened", subjectId: threadId, householdId });
  });
}
