import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notifyAll } from "@/lib/notifications/notify";
import { listPayers } from "./list-payers";

type Told = { id: string; householdId: string };

/**
 * Tells those who receive the bills that invoices or credit notes are there to be read, one message per person and
 * document: a link, no amount (handbook §7.5). Where nobody is named, every guardian is told.
 */
export async function tellInvoices(
  ctx: Context,
  issued: Told[],
  template: "invoice-available" | "credit-note-available" = "invoice-available",
): Promise<void> {
  authorize(ctx, "payments:settle");
  if (issued.length === 0) return;

  const payers = await listPayers(
    ctx,
    issued.map(({ householdId }) => householdId),
  );
  await notifyAll(
    ctx,
    issued.flatMap(({ id, householdId }) =>
      payers
        .filter((payer) => payer.householdId === householdId)
        .map(({ email, accountId }) => ({
          template,
          recipient: email,
          payload: { url: `${env().appUrl}/factures/${id}` },
          dedupeKey: `${template}:${id}:${accountId}`,
        })),
    ),
  );
}
