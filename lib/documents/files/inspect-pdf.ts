import { inflateSync } from "node:zlib";
import { DomainError } from "@/lib/core/errors";
import { MAX_PAGES } from "../input";

/** All that the object streams of an honest document hold, many times over. */
const MAX_INFLATED_BYTES = 50 * 1024 * 1024;

/** What makes a PDF act, carry another file, or hide from whoever reads it. */
const refused = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|ImportData|SubmitForm)(?![A-Za-z0-9])/;
const encrypted = /\/Encrypt(?![A-Za-z0-9])/;
const page = /\/Type\s*\/Page(?![A-Za-z0-9])/g;

/** Refuses a PDF that is damaged, locked, too long, or that could do anything but be read. */
export function inspectPdf(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!isWhole(file)) throw new DomainError("file_damaged");

  const objects = withPlainNames(file);
  if (encrypted.test(objects)) throw new DomainError("pdf_locked");
  // Objects may also stand compressed in streams: they are opened, for they hide as well as they pack.
  const packed = openObjectStreams(file).map(withPlainNames);
  if ([objects, ...packed].some((text) => refused.test(text))) throw new DomainError("pdf_active");

  const pages = [objects, ...packed].reduce((count, text) => count + (text.match(page)?.length ?? 0), 0);
  if (pages === 0) throw new DomainError("file_damaged");
  if (pages > MAX_PAGES) throw new DomainError("pdf_too_long");
}

/** It begins as a PDF, ends as one with nothing behind, and its end says where its table stands. */
function isWhole(file: string): boolean {
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-2048));
  if (!file.startsWith("%PDF-") || !end) return false;
  const table = file.slice(Number(end[1]), Number(end[1]) + 40);
  return /^\s*(xref\s|\d+\s+\d+\s+obj)/.test(table);
}

/** "/J#61vaScript" is "/JavaScript". */
const withPlainNames = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function openObjectStreams(file: string): string[] {
  const opened: string[] = [];
  let budget = MAX_INFLATED_BYTES;
  for (const { index, 0: keyword } of file.matchAll(/stream\r?\n/g)) {
    if (file.slice(index - 3, index) === "end") continue;
    const before = file.slice(Math.max(0, index - 2048), index);
    const dictionary = withPlainNames(before.slice(Math.max(0, before.lastIndexOf(" obj"))));
    if (!/\/First(?![A-Za-z0-9])/.test(dictionary)) continue;

    const start = index + keyword.length;
    const end = file.indexOf("endstream", start);
    const content = file.slice(start, end < 0 ? undefined : end);
    if (!/\/Filter(?![A-Za-z0-9])/.test(dictionary)) {
      opened.push(content);
      continue;
    }
    const text = inflate(content, budget);
    budget -= text.length;
    opened.push(text);
  }
  return opened;
}

/** A stream that does not open, or never ends, cannot be vouched for. */
function inflate(content: string, limit: number): string {
  try {
    return inflateSync(Buffer.from(content, "latin1"), { maxOutputLength: Math.max(1, limit) }).toString("latin1");
  } catch {
    throw new DomainError("file_damaged");
  }
}
