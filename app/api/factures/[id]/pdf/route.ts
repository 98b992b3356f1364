import { defineRoute } from "@/lib/auth/define-route";
import { getInvoice } from "@/lib/billing/invoices/queries/invoice";
import { renderInvoice } from "@/lib/billing/invoices/render-invoice";
import { dateOf } from "@/lib/core/calendar";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";

/** An invoice as PDF, drawn from what was frozen when it was issued. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const invoice = await getInvoice(ctx, id);
  return new Response(new Uint8Array(await renderInvoice(invoice, dateOf(ctx.now), await findPrintBrand(ctx))), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${invoice.number}.pdf"`,
      "x-content-type-options": "nosniff",
    },
  });
});
