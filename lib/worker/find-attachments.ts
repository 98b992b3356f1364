import { eq } from "drizzle-orm";
import { receipts } from "@/db/schema";
import { renderReceipt } from "@/lib/billing/receipts/render-receipt";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { Attachment } from "@/lib/notifications/transport";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";

/** The receipt that goes with a message about a payment, drawn from what was frozen when it was issued. */
export async function findAttachments(ctx: Context, { receiptId }: { receiptId?: unknown }): Promise<Attachment[]> {
  authorize(ctx, "jobs:run");
  if (typeof receiptId !== "string") return [];

  const [receipt] = await ctx.db
    .select({ number: receipts.number, issuedAt: receipts.issuedAt, view: receipts.view })
    .from(receipts)
    .where(eq(receipts.id, receiptId));
  if (!receipt) throw new DomainError("not_found", { receiptId });
  const content = await renderReceipt(receipt, await findPrintBrand(ctx));
  return [{ filename: `recu-${receipt.number}.pdf`, content, contentType: "application/pdf" }];
}
