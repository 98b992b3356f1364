import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endAllSessions } from "@/lib/auth/end-sessions";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { AgentInput } from "./input";
import { lockAgent } from "./lock-agent";

/** Closes the account of an agent who has left: their sessions end, what they did keeps their name. */
export async function disableAgent(ctx: Context, { accountId }: AgentInput): Promise<void> {
  authorize(ctx, "accounts:write");

  await inTransaction(ctx, async (ctx) => {
    const { disabledAt } = await lockAgent(ctx, accountId);
    if (disabledAt) return;
    await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, accountId));
    await endAllSessions(ctx, accountId);
    await recordEvent(ctx, { type: "agent.disabled", subjectId: accountId });
  });
}

/** Opens it again. */
export async function enableAgent(ctx: Context, { accountId }: AgentInput): Promise<void> {
  authorize(ctx, "accounts:write");

  await inTransaction(ctx, async (ctx) => {
    const { disabledAt } = await lockAgent(ctx, accountId);
    if (!disabledAt) return;
    await ctx.db.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, accountId));
    await recordEvent(ctx, { type: "agent.enabled", subjectId: accountId });
  });
}
