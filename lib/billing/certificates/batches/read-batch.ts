import { Readable } from "node:stream";
import { and, asc, eq } from "drizzle-orm";
import yazl from "yazl";
import { certificateBatches, certificateBatchFiles, certificates } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { countTry } from "@/lib/auth/throttle";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { readFile } from "@/lib/documents/files/keep-file";
import { writeCsv } from "../../exports/write-sheet";
import { viewOf } from "../certificate-document";
import { type Certified, certifiedSheet, fileNameOf } from "./rules";

/** One a minute is more than anyone needs; an account that was stolen does not take every year in an evening. */
const perAccount = { name: "certificates", tries: 10, withinSeconds: 3600, firstLockSeconds: 600 };

/**
 * A batch as an archive: a PDF per certificate and the list of them, whose last line is their total. Files are opened one
 * after the other while they are sent. Who took what is in the trail. `not_found` while it is being made.
 */
export async function readBatch(ctx: Context, batchId: string): Promise<{ name: string; content: Readable }> {
  const accountId = authorizeAccount(ctx);
  authorize(ctx, "certificates:issue");
  assertUuid(batchId);
  await countTry(ctx, perAccount, accountId);

  const rows = await ctx.db
    .select({
      year: certificateBatches.year,
      number: certificates.number,
      view: certificates.view,
      storageKey: certificateBatchFiles.storageKey,
    })
    .from(certificateBatchFiles)
    .innerJoin(certificateBatches, eq(certificateBatches.id, certificateBatchFiles.batchId))
    .innerJoin(certificates, eq(certificates.id, certificateBatchFiles.certificateId))
    .where(and(eq(certificateBatches.id, batchId), eq(certificateBatches.status, "ready")))
    .orderBy(asc(certificates.number));
  const [first] = rows;
  if (!first) throw new DomainError("not_found");
  const { year } = first;
  const certified = rows.map(certifiedOf).toSorted((one, other) => fileNameOf(one).localeCompare(fileNameOf(other)));
  await recordEvent(ctx, {
    type: "certificates.downloaded",
    subjectId: batchId,
    data: { year, certificates: rows.length },
  });
  return { name: `attestations-fiscales-${year}.zip`, content: archiveOf(certified, year) };
}

type Kept = Certified & { storageKey: string };

function certifiedOf({
  number,
  view,
  storageKey,
}: {
  number: string;
  view: Record<string, unknown>;
  storageKey: string;
}): Kept {
  const { payer, content } = viewOf({ view });
  if (content.kind !== "fiscale") throw new Error(`${number} is no tax certificate`);
  const { child, birthDate, cents, cesuCents } = content;
  return { number, household: payer.name, address: payer.address, child, birthDate, cents, cesuCents, storageKey };
}

function archiveOf(certified: Kept[], year: number): Readable {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  zip.on("error", (error: Error) => out.destroy(error));
  zip.addReadStream(writeCsv(certifiedSheet(certified, year)), `liste-${year}.csv`);
  for (const { storageKey, ...one } of certified) {
    // Opened in its turn; a PDF is compressed already.
    zip.addReadStreamLazy(fileNameOf(one), { compress: false }, (give) => {
      void readFile(storageKey).then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return out;
}
