import { localTime, numericDate } from "@/lib/core/format-date";

/** How a column is written: money is counted in cents here, and written in euros. */
export type Column = { label: string; kind: "text" | "cents" | "date" | "time" | "integer" };
/** A `Date` is an instant, of which the hour is written. */
export type Cell = string | number | Date | null;

/** A sheet of numbers: its columns, and its rows as they are read, never all at once. */
export type Sheet = { columns: Column[]; rows: AsyncIterable<Cell[]> };

/** A spreadsheet would run a text that begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A cell of a French CSV: decimal comma, days as they are read. */
export function csvCell(cell: Cell, { kind }: Column): string {
  if (cell === null) return "";
  if (cell instanceof Date) return localTime(cell);
  if (typeof cell === "number") return kind === "cents" ? eurosOf(cell) : `${cell}`;
  return kind === "date" ? numericDate(cell) : harmless(cell);
}

/** "-12,40": from integers, so that nothing is ever rounded. */
export function eurosOf(cents: number): string {
  const digits = `${Math.abs(cents)}`.padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** What a spreadsheet stores: numbers as numbers, texts as texts. */
export function sheetCell(cell: Cell, { kind }: Column): string | number | Date | null {
  if (cell === null) return null;
  if (typeof cell === "number") return kind === "cents" ? cell / 100 : cell;
  if (cell instanceof Date) return localTime(cell);
  return kind === "date" ? new Date(`${cell}T00:00:00Z`) : cell;
}
