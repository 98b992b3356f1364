import type { CivilDate } from "@/lib/core/calendar";
import { asSystem, type Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";

/** Tells a family that its prices change, without saying from what: an e-mail is a postcard. Plumbing: the verbs authorize. */
export const tellPricing = async (ctx: Context, householdId: string, from: CivilDate): Promise<void> => {
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "pricing"), [householdId])) {
    await notify(ctx, {
      template: "quotient-changed",
      recipient: email,
      payload: { url: `${env().appUrl}/reservations?mois=${from.slice(0, 7)}`, from },
      dedupeKey: `quotient-changed:${householdId}:${ctx.now.toISOString()}:${accountId}`,
    });
  }
};
