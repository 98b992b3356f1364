import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";
import { listCarePaid } from "../queries/care-paid";
import { listPayers } from "../queries/payers";

/** Tells each family that has something to certify for the year, once; begun again after a crash, nobody is told twice. */
export async function announceCertificates(ctx: Context, { year }: { year: number }): Promise<void> {
  authorize(ctx, "jobs:run");

  for (const { id } of await listPayers(ctx, { year })) {
    const care = await listCarePaid(ctx, id, year);
    if (!care.some(({ cents, cesuCents }) => cents + cesuCents > 0)) continue;
    for (const { accountId, email } of await listGuardianAccounts(ctx, [id])) {
      await notify(ctx, {
        template: "tax-certificate-ready",
        recipient: email,
        payload: { url: `${env().appUrl}/attestations` },
        dedupeKey: `tax-certificate:${year}:${id}:${accountId}`,
      });
    }
  }
}
