import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { type Context, inTransaction } from "@/lib/core/context";
import type { ChooseNotificationsInput } from "./input";

/** Says which messages one wants beside those that must be sent. */
export async function chooseNotifications(ctx: Context, choices: ChooseNotificationsInput): Promise<void> {
  const accountId = authorizeAccount(ctx);

  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(accounts).set({ notifications: choices }).where(eq(accounts.id, accountId));
    await recordEvent(ctx, { type: "notifications.chosen", subjectId: accountId, data: choices });
  });
}
