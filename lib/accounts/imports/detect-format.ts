import { isUtf8 } from "node:buffer";
import { fileTypeFromBuffer } from "file-type";
import yauzl from "yauzl";
import type { ImportFormat } from "@/db/schema";
import { DomainError } from "@/lib/core/errors";

const refuse = (message: string) => new DomainError("invalid_input", { message, fields: { files: [message] } });

const OTHER_KIND =
  "Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx), quel que soit son nom. Enregistrez votre tableau sous l’un de ces deux formats.";
const OLD_EXCEL =
  "Ce classeur est dans l’ancien format Excel (.xls), ou protégé par un mot de passe. Enregistrez-le au format .xlsx, sans protection.";
const OPEN_DOCUMENT = "Ce classeur est au format LibreOffice (.ods). Enregistrez-le au format .xlsx ou CSV.";
const DAMAGED = "Ce classeur est abîmé ou incomplet : il ne s’ouvre pas. Enregistrez-le de nouveau, puis renvoyez-le.";

/** More than any list of families once unpacked: a few kilobytes can claim to be gigabytes. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** How a file is to be read, judged by its content and never by its name; or why it cannot be. */
export async function detectFormat(bytes: Buffer): Promise<ImportFormat> {
  if (bytes.length === 0) throw refuse("Ce fichier est vide.");
  if (startsWith(bytes, "PK")) return workbookFormat(bytes);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0")) throw refuse(OLD_EXCEL);

  const isUtf16 = startsWith(bytes, "\xff\xfe");
  const encoding = isUtf16 ? "utf-16le" : isUtf8(bytes) ? "utf-8" : "windows-1252";
  if (!isUtf16 && (isBinary(bytes) || (await fileTypeFromBuffer(bytes)))) throw refuse(OTHER_KIND);

  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 65_536));
  const header = start.split(/\r\n|\r|\n/).find((line) => line.trim() !== "");
  if (!header) throw refuse("Ce fichier ne contient que des lignes vides.");
  return { kind: "csv", encoding, delimiter: delimiterOf(header) };
}

const startsWith = (bytes: Buffer, signature: string) =>
  bytes.subarray(0, signature.length).toString("latin1") === signature;

/** Signs that no table holds. */
const isBinary = (bytes: Buffer) => bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

/** What separates most columns of the header, quotes apart. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const [best] = [";", ",", "\t", "|"]
    .map((sign) => ({ sign, count: bare.split(sign).length - 1 }))
    .sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.sign : ";";
}

async function workbookFormat(bytes: Buffer): Promise<ImportFormat> {
  const entries = await listEntries(bytes);
  const names = entries.map(({ fileName }) => fileName);
  if (!names.includes("xl/workbook.xml")) throw refuse(names.includes("content.xml") ? OPEN_DOCUMENT : OTHER_KIND);
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MAX_UNPACKED_BYTES) {
    throw refuse("Ce classeur est trop volumineux une fois ouvert. Enregistrez-le en CSV, ou coupez-le en deux.");
  }
  return { kind: "xlsx", sheet: "" };
}

type Entry = { fileName: string; uncompressedSize: number };

/** What a workbook holds. Each part is unpacked once and forgotten: one that holds more than it declares is no honest file. */
function listEntries(bytes: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const damaged = () => reject(refuse(DAMAGED));
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, archive) => {
      if (error || !archive) return damaged();
      const entries: Entry[] = [];
      let declared = 0;
      archive.on("entry", (entry) => {
        const { fileName, uncompressedSize } = entry;
        entries.push({ fileName, uncompressedSize });
        declared += uncompressedSize;
        if (declared > MAX_UNPACKED_BYTES || fileName.endsWith("/")) return archive.readEntry();
        archive.openReadStream(entry, (error, content) => {
          if (error || !content) return damaged();
          content.on("error", damaged).on("end", () => archive.readEntry());
          content.resume();
        });
      });
      archive.on("end", () => resolve(entries));
      archive.on("error", damaged);
      archive.readEntry();
    });
  });
}
