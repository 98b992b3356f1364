import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { importFiles, imports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { plainText } from "@/lib/core/text";
import { fileStorage, newStorageKey } from "@/lib/documents/files/file-storage";
import { dropFile } from "@/lib/documents/files/keep-file";
import { sealFile } from "@/lib/documents/files/seal-file";
import { detectFormat } from "./detect-format";
import { outlineTable } from "./read-table";
import { guessMapping, isTarget, MAX_IMPORT_BYTES, type Mapping } from "./rules";

export type UploadedFile = { fileName: string; bytes: Buffer };

const refuse = (message: string) => new DomainError("invalid_input", { message, fields: { files: [message] } });

/**
 * Keeps one file of families, or ONDE's two (pupils, guardians), once each is a table that can be read; the columns are
 * those chosen the last time for the same headers, or guessed.
 */
export async function storeImport(ctx: Context, files: UploadedFile[]): Promise<{ importId: string }> {
  authorize(ctx, "imports:run");
  if (files.length === 0) throw refuse("Choisissez un fichier.");
  if (files.length > 2) throw refuse("Deux fichiers au plus : les élèves et leurs responsables.");

  const read = await Promise.all(files.map(readFile));
  const stored: string[] = [];
  try {
    for (const { bytes } of read) {
      const storageKey = newStorageKey();
      stored.push(storageKey);
      await fileStorage().put(storageKey, sealFile(storageKey, bytes));
    }
    return await inTransaction(ctx, (ctx) => write(ctx, read, stored));
  } catch (error) {
    for (const storageKey of stored) await dropFile(storageKey);
    throw error;
  }
}

async function readFile({ fileName, bytes }: UploadedFile) {
  const name = fileName.replace(/\p{C}/gu, "").slice(0, 120) || "fichier";
  try {
    if (bytes.length > MAX_IMPORT_BYTES) throw refuse("Ce fichier est trop volumineux : 20 Mo au plus.");
    const format = await detectFormat(bytes);
    const outline = await outlineTable(bytes, format);
    return { ...outline, format, bytes, fileName: name, signature: signatureOf(outline.header) };
  } catch (error) {
    if (error instanceof DomainError) throw refuse(`${name} : ${error.details.message}`);
    throw error;
  }
}

type ReadFile = Awaited<ReturnType<typeof readFile>>;

const signatureOf = (header: string[]): string =>
  createHash("sha256")
    .update(header.map((name) => plainText(name)).join("\n"))
    .digest("base64url");

async function write(ctx: Context, files: ReadFile[], storageKeys: string[]) {
  const [row] = await ctx.db
    .insert(imports)
    .values({
      fileName: files.map(({ fileName }) => fileName).join(", "),
      total: files.reduce((sum, { lines }) => sum + lines, 0),
      createdBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      createdAt: ctx.now,
    })
    .returning({ id: imports.id });
  if (!row) throw new Error("The import was not written");
  for (const [index, { bytes: _, ...file }] of files.entries()) {
    await ctx.db.insert(importFiles).values({
      ...file,
      importId: row.id,
      part: index + 1,
      storageKey: storageKeys[index],
      mapping: (await lastMapping(ctx, file.signature)) ?? guessMapping(file.header),
    });
  }
  await recordEvent(ctx, { type: "import.uploaded", subjectId: row.id });
  return { importId: row.id };
}

/** What an agent chose for the same headers. */
async function lastMapping({ db }: Context, signature: string): Promise<Mapping | undefined> {
  const [last] = await db
    .select({ mapping: importFiles.mapping })
    .from(importFiles)
    .innerJoin(imports, eq(imports.id, importFiles.importId))
    .where(eq(importFiles.signature, signature))
    .orderBy(desc(imports.createdAt))
    .limit(1);
  if (!last) return undefined;
  return Object.fromEntries(
    Object.entries(last.mapping).filter((entry): entry is [string, Mapping[string]] => isTarget(entry[1])),
  );
}
