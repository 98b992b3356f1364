import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";

type Quittance = { householdId: string; paymentId: string; receiptId: string; number: string };

/** Tells each parent with an account that money was taken at the counter, with the quittance. */
export async function tellFamily(ctx: Context, { householdId, paymentId, receiptId, number }: Quittance) {
  authorize(ctx, "payments:settle");
  for (const { accountId, email } of await listGuardianAccounts(ctx, [householdId])) {
    await notify(ctx, {
      template: "counter-payment",
      recipient: email,
      payload: { receiptId, receiptNumber: number, url: `${env().appUrl}/prepaiements` },
      dedupeKey: `counter-payment:${paymentId}:${accountId}`,
    });
  }
}
