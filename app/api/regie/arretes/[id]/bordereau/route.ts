import { defineRoute } from "@/lib/auth/define-route";
import { DepositSlipDocument } from "@/lib/billing/office/deposit-slip-document";
import { getDepositSlip } from "@/lib/billing/office/queries/closings";
import { drawPdf } from "@/lib/billing/receipts/draw-pdf";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";

/** The slip of a closing, as PDF. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const slip = await getDepositSlip(ctx, id);
  return new Response(new Uint8Array(await drawPdf(DepositSlipDocument({ slip, brand: await findPrintBrand(ctx) }))), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="bordereau-${slip.number}.pdf"`,
      "x-content-type-options": "nosniff",
    },
  });
});
