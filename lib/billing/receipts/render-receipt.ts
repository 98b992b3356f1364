import type { ReceiptView } from "@/db/schema";
import { drawPdf } from "./draw-pdf";
import { type ReceiptCancellation, ReceiptDocument } from "./receipt-document";

/** Draws a receipt as a PDF from what was frozen when it was issued: the same bytes each time. */
export const renderReceipt = (
  view: ReceiptView,
  number: string,
  issuedAt: Date,
  cancellation?: ReceiptCancellation,
): Promise<Buffer> => drawPdf(ReceiptDocument({ view, number, issuedAt, cancellation }));
