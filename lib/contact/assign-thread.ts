import { and, eq, isNull } from "drizzle-orm";
import { accounts, contactThreads } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { AssignThreadInput } from "./input";
import { lockThread } from "./lock-thread";

/** Says which agent answers an exchange, or that nobody in particular does. */
export async function assignThread(ctx: Context, { threadId, accountId }: AssignThreadInput): Promise<void> {
  authorize(ctx, "contact:write");

  await inTransaction(ctx, async (ctx) => {
    const { householdId } = await lockThread(ctx, threadId);
    if (accountId) await assertAnswers(ctx, accountId);
    await ctx.db
      .update(contactThreads)
      .set({ assignedTo: accountId || null })
      .where(eq(contactThreads.id, threadId));
    await recordEvent(ctx, {
      type: "thread.assigned",
      subjectId: threadId,
      householdId,
      data: { assignedTo: accountId || null },
    });
  });
}

/** An agent at work, whose role answers families. */
async function assertAnswers({ db }: Context, accountId: string): Promise<void> {
  const [agent] = await db
    .select({ role: accounts.role })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  if (!agent?.role || !isAllowed({ kind: "agent", accountId, role: agent.role }, "contact:write")) {
    throw new DomainError("not_found");
  }
}
