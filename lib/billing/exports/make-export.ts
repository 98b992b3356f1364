import type { Readable } from "node:stream";
import type { z } from "zod";
import { takeExport } from "@/lib/auth/take-export";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { periodOf } from "../office/rules";
import type { ExportName, exportInput } from "./input";
import { balancesSheet } from "./queries/balances-sheet";
import { entriesSheet } from "./queries/entries-sheet";
import { filterOf, type SheetFilter } from "./queries/filter";
import { invoicesSheet } from "./queries/invoices-sheet";
import { paymentsSheet } from "./queries/payments-sheet";
import { refundsSheet } from "./queries/refunds-sheet";
import type { Sheet } from "./rules";
import { signSheet } from "./sign-sheet";
import { writeCsv, writeXlsx } from "./write-sheet";

const sheets: Record<ExportName, (ctx: Context, filter: SheetFilter) => Sheet> = {
  paiements: paymentsSheet,
  ecritures: entriesSheet,
  factures: invoicesSheet,
  soldes: balancesSheet,
  remboursements: refundsSheet,
};

type Export = { name: string; mediaType: string; content: Readable };

/** Makes a file of what a régie did, written as it is read; who took what is on each row, and in the trail. */
export async function makeExport(
  ctx: Context,
  name: ExportName,
  { format, regie, ...days }: z.infer<typeof exportInput>,
): Promise<Export> {
  authorize(ctx, "revenue-office:read");
  const period = periodOf(days, ctx.now);
  const taken = await takeExport(ctx, { name, format, ...period, officeId: regie });
  const sheet = signSheet(sheets[name](ctx, filterOf(period, regie, ctx.now)), taken);
  const file = `${name}-${period.from}-${period.to}.${format}`;
  return format === "csv"
    ? { name: file, mediaType: "text/csv; charset=utf-8", content: writeCsv(sheet) }
    : {
        name: file,
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: writeXlsx(sheet, name),
      };
}
