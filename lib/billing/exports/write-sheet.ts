import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import Excel from "exceljs";
import { log } from "@/lib/core/log";
import { csvCell, type Sheet, sheetCell } from "./rules";

/** A sheet as the bytes of a CSV that French spreadsheets open: UTF-8 with its mark, semicolons. Written as it is read. */
export function writeCsv({ columns, rows }: Sheet): Readable {
  async function* lines() {
    yield columns.map(({ label }) => label);
    for await (const row of rows) {
      yield columns.map((column, index) => csvCell(row[index] ?? null, column));
    }
  }
  const csv = stringify({ delimiter: ";", bom: true, record_delimiter: "windows" });
  pipeline(Readable.from(lines()), csv).catch(told);
  return csv;
}

const formats = { text: undefined, integer: "0", cents: "#,##0.00", date: "dd/mm/yyyy", time: undefined };

/** A sheet as a workbook, written row by row: memory stays flat however long it is. */
export function writeXlsx({ columns, rows }: Sheet, name: string): Readable {
  const out = new PassThrough();
  const work = async () => {
    const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ label, kind }) => ({
      header: label,
      width: kind === "text" ? 28 : 14,
      style: { numFmt: formats[kind] },
    }));
    for await (const row of rows) {
      sheet.addRow(columns.map((column, index) => sheetCell(row[index] ?? null, column))).commit();
      if (out.writableNeedDrain) await once(out, "drain");
    }
    sheet.commit();
    await workbook.commit();
  };
  work().catch((error: unknown) => {
    told(error);
    out.destroy(error instanceof Error ? error : undefined);
  });
  return out;
}

/** The answer has begun: what breaks afterwards can only be told to those who keep the portal. */
const told = (error: unknown) => log.error({ err: error }, "an export stopped before its end");
