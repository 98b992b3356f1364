import { and, eq } from "drizzle-orm";
import { accounts, dataExports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import { exportDeadline } from "./rules";

type Made = {
  exportId: string;
  storageKey: string;
  /** Whose health record the copy holds. */
  healthOf: string[];
};

/** Says that a copy is there and tells whoever asked for it, for seven days; whether it still waited for one. */
export async function finishExport(ctx: Context, { exportId, storageKey, healthOf }: Made): Promise<boolean> {
  authorize(ctx, "jobs:run");

  return inTransaction(ctx, async (ctx) => {
    const [made] = await ctx.db
      .update(dataExports)
      .set({ status: "ready", storageKey, readyAt: ctx.now, expiresAt: exportDeadline(ctx.now) })
      .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "queued")))
      .returning({ accountId: dataExports.accountId, householdId: dataExports.householdId });
    if (!made) return false;
    const { accountId, householdId } = made;
    await recordEvent(ctx, { type: "data-export.made", subjectId: accountId, householdId, data: { healthOf } });
    const [account] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
    if (account) {
      await notify(ctx, {
        template: "data-export-ready",
        recipient: account.email,
        payload: { url: `${env().appUrl}/mon-compte#donnees` },
        dedupeKey: `data-export-ready:${exportId}`,
      });
    }
    return true;
  });
}

/** A copy that cannot be made any more: its account was closed, or its household left. */
export async function failExport(ctx: Context, { exportId }: { exportId: string }): Promise<void> {
  authorize(ctx, "jobs:run");
  await ctx.db
    .update(dataExports)
    .set({ status: "failed" })
    .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "queued")));
}
