import { createHash } from "node:crypto";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { cleanFileName } from "../rules";
import { fileStorage, newStorageKey } from "./file-storage";
import { inspectFile } from "./inspect-file";
import { openFile, sealFile } from "./seal-file";

export type SentFile = { fileName: string; bytes: Uint8Array };
export type KeptFile = { fileName: string; mediaType: string; sizeBytes: number; sha256: string; storageKey: string };

/**
 * Keeps files that are what they claim to be, then writes what is known of them in one transaction: both, or neither.
 * `isKept`: whether what was written names these files; a repeated sending names those of the first one.
 */
export const keepFiles = async <T>(
  ctx: Context,
  sent: readonly SentFile[],
  write: (ctx: Context, files: KeptFile[]) => Promise<{ value: T; isKept: boolean }>,
): Promise<T> => {
  const kept: KeptFile[] = [];
  const drop = () => Promise.all(kept.map(({ storageKey }) => dropFile(storageKey)));
  try {
    for (const file of sent) kept.push(await keep(file));
    const { value, isKept } = await inTransaction(ctx, (ctx) => write(ctx, kept));
    if (!isKept) await drop();
    return value;
  } catch (error) {
    await drop();
    throw error;
  }
};

async function keep({ fileName, bytes: sent }: SentFile): Promise<KeptFile> {
  const { bytes, mediaType } = await inspectFile(sent);
  const storageKey = await storeBytes(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { fileName: cleanFileName(fileName, mediaType), mediaType, sizeBytes: bytes.length, sha256, storageKey };
}

/** Seals bytes that the portal itself made, or has judged, and puts them on the disk: the name to write in a row. */
export async function storeBytes(bytes: Uint8Array): Promise<string> {
  const storageKey = newStorageKey();
  try {
    await fileStorage().put(storageKey, sealFile(storageKey, bytes));
  } catch (error) {
    // A disk that is full may have taken a part of it.
    await dropFile(storageKey);
    log.error({ err: error }, "a file could not be kept");
    throw new DomainError("storage_failed");
  }
  return storageKey;
}

/** The bytes of a kept file; a sentence when its disk, or its key, does not give them. */
export async function readFile(storageKey: string | null): Promise<Uint8Array> {
  if (storageKey === null) throw new DomainError("not_found");
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of openFile(storageKey, await fileStorage().getStream(storageKey))) pieces.push(piece);
    return Buffer.concat(pieces);
  } catch (error) {
    log.error({ err: error, storageKey }, "a file could not be read");
    throw new DomainError("file_unreadable");
  }
}

/** Destroys the bytes of a file; one that resists is found again by the daily sweep. */
export async function dropFile(storageKey: string): Promise<void> {
  await fileStorage()
    .delete(storageKey)
    .catch((error: unknown) => log.warn({ err: error, storageKey }, "a file could not be destroyed"));
}
