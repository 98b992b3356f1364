import { Readable } from "node:stream";
import { TextDecoderStream } from "node:stream/web";
import { CsvError, type Info, parse } from "csv-parse";
import type { ImportFormat } from "@/db/schema";
import { DomainError } from "@/lib/core/errors";
import type { TableRow } from "./read-table";

/** A line of a hundred columns never comes near: past it, a quote was opened and not closed. */
const MAX_RECORD = 128 * 1024;

/** The rows of a CSV, one by one: nothing is held but the one at hand. */
export async function* readCsv(bytes: Readable, format: ImportFormat & { kind: "csv" }): AsyncGenerator<TableRow> {
  const text = Readable.fromWeb(
    Readable.toWeb(bytes).pipeThrough(new TextDecoderStream(format.encoding, { ignoreBOM: false })),
  );
  const parser = text.pipe(
    parse({
      delimiter: format.delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      trim: true,
      max_record_size: MAX_RECORD,
    }),
  );
  text.on("error", (error) => parser.destroy(error));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? malformed(error) : error;
  } finally {
    text.destroy();
  }
}

function malformed({ code, lines }: CsvError & { lines?: number }): DomainError {
  const where = lines ? ` vers la ligne ${lines}` : "";
  const isQuote = code.includes("QUOTE") || code === "CSV_MAX_RECORD_SIZE";
  const message = isQuote
    ? `Un guillemet est ouvert et mal refermé${where}. Corrigez-le dans votre tableau, puis renvoyez le fichier.`
    : `Ce fichier CSV est mal formé${where}. Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis renvoyez-le.`;
  return new DomainError("invalid_input", { message, fields: { files: [message] } });
}
