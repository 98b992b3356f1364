import { defineRoute } from "@/lib/auth/define-route";
import { getReceipt } from "@/lib/billing/queries";
import { renderReceipt } from "@/lib/billing/receipts/render-receipt";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";

/** A receipt as PDF, drawn from what was frozen when it was issued. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const receipt = await getReceipt(ctx, id);
  return new Response(new Uint8Array(await renderReceipt(receipt, await findPrintBrand(ctx))), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${receipt.number}.pdf"`,
      "x-content-type-options": "nosniff",
    },
  });
});
