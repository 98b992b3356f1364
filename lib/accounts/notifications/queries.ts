import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import type { Context } from "@/lib/core/context";
import { notificationsOf } from "./rules";

/** Which messages the actor wants. */
export async function getOwnNotifications(ctx: Context) {
  const accountId = authorizeAccount(ctx);

  const [account] = await ctx.db
    .select({ notifications: accounts.notifications })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return notificationsOf(account?.notifications ?? null);
}
