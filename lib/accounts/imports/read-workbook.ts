import type { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import type { TableRow } from "./read-table";

const options = {
  worksheets: "emit",
  sharedStrings: "cache",
  styles: "cache",
  hyperlinks: "ignore",
  entries: "ignore",
} as const;

/** The rows of the first sheet of a workbook, one by one. */
export async function* readWorkbook(bytes: Readable): AsyncGenerator<TableRow> {
  try {
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(bytes, options)) {
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values : [];
        const cells = Array.from({ length: Math.max(values.length - 1, 0) }, (_, index) => textOf(values[index + 1]));
        if (cells.some((cell) => cell !== "")) yield { line: row.number, cells };
      }
      return;
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    log.info({ err: error }, "a workbook could not be read");
    throw damaged();
  } finally {
    bytes.destroy();
  }
}

function damaged(): DomainError {
  const message = "Ce classeur est abîmé : il ne se lit pas jusqu’au bout. Enregistrez-le de nouveau, ou en CSV.";
  return new DomainError("invalid_input", { message, fields: { files: [message] } });
}

/** What the cell shows: a formula by its result, a date as a civil date. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value).trim();
  if ("richText" in value)
    return value.richText
      .map(({ text }) => text)
      .join("")
      .trim();
  if ("hyperlink" in value) return textOf(value.text);
  if ("error" in value) return value.error;
  if ("formula" in value || "sharedFormula" in value) {
    return value.result === undefined ? `=${"formula" in value ? value.formula : ""}` : textOf(value.result);
  }
  return "";
}
