import { Readable } from "node:stream";
import type { ImportFormat } from "@/db/schema";
import { DomainError } from "@/lib/core/errors";
import { readCsv } from "./read-csv";
import { readWorkbook } from "./read-workbook";
import { MAX_COLUMNS, MAX_LINES } from "./rules";

/** The number is that of the file, as a spreadsheet shows it. */
export type TableRow = { line: number; cells: string[] };

/** The rows of a table, its header first, one at a time: the memory it takes does not grow with the file. */
export const readRows = (bytes: Readable, format: ImportFormat): AsyncGenerator<TableRow> =>
  format.kind === "csv" ? readCsv(bytes, format) : readWorkbook(bytes);

const SAMPLES = 3;

export type TableOutline = { header: string[]; samples: string[][]; lines: number };

/** Reads a whole table once, to know that it can be, what its columns are called and how long it is. */
export async function outlineTable(bytes: Buffer, format: ImportFormat): Promise<TableOutline> {
  let header: string[] | undefined;
  const samples: string[][] = [];
  let lines = 0;
  for await (const { cells } of readRows(Readable.from([bytes]), format)) {
    if (!header) {
      header = cells;
      assertHeader(header);
      continue;
    }
    lines += 1;
    if (lines > MAX_LINES)
      throw refuse(`Ce fichier a plus de ${MAX_LINES.toLocaleString("fr-FR")} lignes : coupez-le.`);
    if (samples.length < SAMPLES) samples.push(header.map((_, index) => (cells[index] ?? "").slice(0, 60)));
  }
  if (!header) throw refuse("Ce fichier ne contient aucune ligne.");
  if (lines === 0) throw refuse("Ce fichier n’a qu’une ligne, celle des titres : il n’y a personne à importer.");
  return { header, samples, lines };
}

function assertHeader(header: string[]): void {
  if (header.length > MAX_COLUMNS) {
    throw refuse(`Ce fichier a ${header.length} colonnes : ${MAX_COLUMNS} au plus. Gardez celles des familles.`);
  }
  if (header.filter(Boolean).length < 3) {
    throw refuse("La première ligne doit porter les titres des colonnes : nous n’en trouvons pas assez.");
  }
}

const refuse = (message: string) => new DomainError("invalid_input", { message, fields: { files: [message] } });
