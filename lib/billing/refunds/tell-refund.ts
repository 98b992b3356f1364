import { asSystem, type Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";

type Told = { id: string; householdId: string; outcome: "refused" | "paid" };

/** Tells each parent what became of their request, once; the reason and the amount stay in the portal. */
export const tellRefund = async (ctx: Context, { id, householdId, outcome }: Told): Promise<void> => {
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "refunds"), [householdId])) {
    await notify(ctx, {
      template: "refund-decided",
      recipient: email,
      payload: { outcome, url: `${env().appUrl}/prepaiements` },
      dedupeKey: `refund:${id}:${outcome}:${accountId}`,
    });
  }
};
