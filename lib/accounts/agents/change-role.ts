import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { ChangeRoleInput } from "./input";
import { lockAgent } from "./lock-agent";

/** Gives another agent other rights, at once: each request reads them again. */
export async function changeRole(ctx: Context, { accountId, role }: ChangeRoleInput): Promise<void> {
  authorize(ctx, "accounts:write");

  await inTransaction(ctx, async (ctx) => {
    const agent = await lockAgent(ctx, accountId);
    if (agent.role === role) return;
    await ctx.db.update(accounts).set({ role }).where(eq(accounts.id, accountId));
    await recordEvent(ctx, {
      type: "agent.role-changed",
      subjectId: accountId,
      data: { before: agent.role, after: role },
    });
  });
}
