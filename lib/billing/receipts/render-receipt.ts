import type { ReceiptView } from "@/db/schema";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { drawPdf } from "./draw-pdf";
import { type ReceiptCancellation, ReceiptDocument } from "./receipt-document";

type Printed = { view: ReceiptView; number: string; issuedAt: Date; cancellation?: ReceiptCancellation };

/** Draws a receipt as a PDF from what was frozen when it was issued: the same bytes each time. */
export const renderReceipt = ({ view, number, issuedAt, cancellation }: Printed, brand: PrintBrand): Promise<Buffer> =>
  drawPdf(ReceiptDocument({ view, number, issuedAt, brand, cancellation }));
