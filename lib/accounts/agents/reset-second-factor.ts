import { eq } from "drizzle-orm";
import { accounts, recoveryCodes } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endAllSessions } from "@/lib/auth/end-sessions";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { notify } from "@/lib/notifications/notify";
import type { AgentInput } from "./input";
import { lockAgent } from "./lock-agent";

/** For the agent who lost the telephone and the codes: their sessions end, and they are told. */
export async function resetSecondFactor(ctx: Context, { accountId }: AgentInput): Promise<void> {
  authorize(ctx, "accounts:write");

  await inTransaction(ctx, async (ctx) => {
    const { email } = await lockAgent(ctx, accountId);
    await ctx.db
      .update(accounts)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(accounts.id, accountId));
    await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
    await endAllSessions(ctx, accountId);
    await recordEvent(ctx, { type: "second-factor.reset", subjectId: accountId });
    await notify(ctx, {
      template: "second-factor-reset",
      recipient: email,
      payload: {},
      dedupeKey: `second-factor-reset:${accountId}:${ctx.now.toISOString()}`,
    });
  });
}
