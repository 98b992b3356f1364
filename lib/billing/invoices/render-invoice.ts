import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { drawPdf } from "../receipts/draw-pdf";
import { InvoiceDocument } from "./invoice-document";
import type { InvoiceDetail } from "./queries/invoice";

/** Draws an invoice or a credit note as a PDF; `printedOn` dates what is said of its payments. */
export const renderInvoice = (invoice: InvoiceDetail, printedOn: string, brand: PrintBrand): Promise<Buffer> =>
  drawPdf(InvoiceDocument({ invoice, printedOn, brand }));
