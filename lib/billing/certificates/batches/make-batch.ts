import { and, eq, sql } from "drizzle-orm";
import { certificateBatches, certificateBatchFiles } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { dropFile, storeBytes } from "@/lib/documents/files/keep-file";
import { enqueue } from "@/lib/jobs/enqueue";
import { isOfHousehold } from "../../is-of-household";
import { makeCertificate } from "../make-certificate";
import { listCarePaid } from "../queries/care-paid";
import { listPayers } from "../queries/payers";

/** Households per job: between two jobs, a worker that has grown with the PDFs is replaced by a new one. */
const SLICE = 20;

type Batch = typeof certificateBatches.$inferSelect;
type Slice = { files: { certificateId: string; storageKey: string }[]; failed: string[] };

/**
 * Makes the certificates of the next households of a batch and asks for the slice that follows. A slice counts whole or
 * not at all: stopped anywhere and run again, it begins anew, and finds the same certificates. A household whose
 * certificate cannot be made is told and does not stop the others.
 */
export async function makeBatch(ctx: Context, { batchId }: { batchId: string }): Promise<void> {
  authorize(ctx, "jobs:run");
  const [batch] = await ctx.db
    .select()
    .from(certificateBatches)
    .where(and(eq(certificateBatches.id, batchId), eq(certificateBatches.status, "making")));
  if (!batch) return;

  const { year, lastHouseholdId } = batch;
  const households = await listPayers(ctx, { year, after: lastHouseholdId, limit: SLICE });
  const slice: Slice = { files: [], failed: [] };
  const drop = () => Promise.all(slice.files.map(({ storageKey }) => dropFile(storageKey)));
  try {
    for (const { id } of households) await certify(ctx, { year, householdId: id, slice });
    if (!(await keepSlice(ctx, batch, { households, ...slice }))) await drop();
  } catch (error) {
    await drop();
    throw error;
  }
}

async function certify(
  ctx: Context,
  { year, householdId, slice }: { year: number; householdId: string; slice: Slice },
) {
  const pdfs: { id: string; pdf: Buffer }[] = [];
  try {
    for (const { childId, cents, cesuCents } of await listCarePaid(ctx, householdId, year)) {
      if (cents + cesuCents === 0) continue;
      pdfs.push(await makeCertificate(ctx, "fiscale", { foyer: householdId, annee: year, enfant: childId }));
    }
  } catch (error) {
    if (!isOfHousehold(error)) throw error;
    log.error({ err: error, householdId }, "tax certificates could not be made");
    slice.failed.push(householdId);
  }
  for (const { id, pdf } of pdfs) slice.files.push({ certificateId: id, storageKey: await storeBytes(pdf) });
}

/** Writes what a slice made; false when the batch was discarded meanwhile, or another worker was faster. */
async function keepSlice(ctx: Context, batch: Batch, made: Slice & { households: { id: string }[] }): Promise<boolean> {
  const { id: batchId, lastHouseholdId, year } = batch;
  const last = made.households.at(-1)?.id ?? lastHouseholdId;
  const isOver = made.households.length < SLICE;
  return inTransaction(ctx, async (ctx) => {
    const [kept] = await ctx.db
      .update(certificateBatches)
      .set({
        lastHouseholdId: last,
        // Families that came since it was asked are certified as well.
        total: sql`greatest(${certificateBatches.total}, ${certificateBatches.done} + ${made.households.length})`,
        done: sql`${certificateBatches.done} + ${made.households.length}`,
        failedHouseholdIds: [...batch.failedHouseholdIds, ...made.failed],
        ...(isOver && { status: "ready" as const, finishedAt: ctx.now }),
      })
      .where(
        and(
          eq(certificateBatches.id, batchId),
          eq(certificateBatches.status, "making"),
          sql`${certificateBatches.lastHouseholdId} is not distinct from ${lastHouseholdId}`,
        ),
      )
      .returning({ id: certificateBatches.id });
    if (!kept) return false;
    const rows = made.files.map((file) => ({ batchId, ...file }));
    if (rows.length > 0) await ctx.db.insert(certificateBatchFiles).values(rows);
    if (isOver) await recordEvent(ctx, { type: "certificates.made", subjectId: batchId, data: { year } });
    else await enqueue(ctx, "make-certificates", { batchId }, { jobKey: `make-certificates:${batchId}` });
    return true;
  });
}
