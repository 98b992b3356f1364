import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import yazl from "yazl";
import { accounts } from "@/db/schema";
import { failExport, finishExport } from "@/lib/accounts/exports/finish-export";
import { findQueuedExport } from "@/lib/accounts/exports/queries";
import { findAccount, memberOf } from "@/lib/auth/queries";
import { drawPdf } from "@/lib/billing/receipts/draw-pdf";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { findOrganization } from "@/lib/core/organization";
import { fileStorage, newStorageKey } from "@/lib/documents/files/file-storage";
import { dropFile } from "@/lib/documents/files/keep-file";
import { sealStream } from "@/lib/documents/files/seal-file";
import { readDocument } from "@/lib/documents/read-document";
import { DataSummary } from "./data-summary";
import { type GatheredData, gatherData } from "./gather-data";

/**
 * Makes the copy that a guardian asked for, with that guardian's rights: a JSON, a PDF to read, and the files, in an
 * archive sealed as it is written. Stopped anywhere and run again, it is made anew.
 */
export async function makeExport(ctx: Context, { exportId }: { exportId: string }): Promise<void> {
  authorize(ctx, "jobs:run");
  const queued = await findQueuedExport(ctx, exportId);
  if (!queued) return;
  const holder = await asHolder(ctx, queued.accountId);
  if (!holder) return failExport(ctx, { exportId });

  const { householdId } = queued;
  const storageKey = newStorageKey();
  try {
    const data = await gatherData(holder, householdId);
    await fileStorage().putStream(storageKey, Readable.from(sealStream(storageKey, archiveOf(holder, data))));
    const healthOf = data.enfants.map(({ id }) => id);
    if (!(await finishExport(ctx, { exportId, storageKey, healthOf }))) await dropFile(storageKey);
  } catch (error) {
    await dropFile(storageKey);
    if (error instanceof DomainError) return failExport(ctx, { exportId });
    throw error;
  }
}

/** The context of the account as it is now: closed or gone from the household since, it reads nothing. */
async function asHolder(ctx: Context, accountId: string): Promise<Context | undefined> {
  const [row] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
  const account = row && (await findAccount(ctx, row.email));
  const actor = account && !account.disabledAt ? memberOf(account) : undefined;
  return actor?.kind === "guardian" ? { ...ctx, actor } : undefined;
}

async function* archiveOf(ctx: Context, data: GatheredData): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const filling = fill(zip, ctx, data);
  // Awaited below; a failure must not be unhandled until then.
  filling.catch((error: Error) => (zip.outputStream as Readable).destroy(error));
  yield* zip.outputStream as Readable;
  await filling;
}

async function fill(zip: yazl.ZipFile, ctx: Context, { enfants, ...data }: GatheredData): Promise<void> {
  const organization = await findOrganization(ctx);
  const told = { etabliLe: ctx.now, ...data, enfants: enfants.map(({ id: _, ...child }) => child) };
  zip.addBuffer(Buffer.from(JSON.stringify(told, null, 2)), "donnees.json");
  const summary = DataSummary({ data: { enfants, ...data }, organization: organization?.name ?? "", madeAt: ctx.now });
  zip.addBuffer(await drawPdf(summary), "resume.pdf");
  for (const { id, fichier } of data.documents) {
    // Opened in its turn: no more than one document is held.
    zip.addReadStreamLazy(`documents/${id.slice(0, 8)}-${safeName(fichier)}`, (give) => {
      void openDocument(ctx, id).then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
}

async function openDocument(ctx: Context, id: string): Promise<Uint8Array> {
  try {
    return (await readDocument(ctx, id)).bytes;
  } catch (error) {
    log.warn({ err: error, documentId: id }, "a document is missing from an export");
    return Buffer.from("Ce document n’a pas pu être lu : demandez-le à la structure.");
  }
}

/** No way out of the folder, and nothing that a system refuses. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^\.+/, "") || "document";
