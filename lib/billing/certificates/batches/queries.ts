import { desc, eq, inArray, sql } from "drizzle-orm";
import { accounts, certificateBatches, certificateBatchFiles, certificates, households } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { keptUntil } from "./rules";

export type CertificateBatch = Awaited<ReturnType<typeof listBatches>>[number];

const sumOf = (name: "cents" | "cesuCents") =>
  sql<number>`coalesce(sum((${certificates.view}->'content'->>${sql.raw(`'${name}'`)})::int), 0)::int`;

/** The batches that are being made or kept, the last first: how many certificates, and what they add up to. */
export async function listBatches(ctx: Context) {
  authorize(ctx, "revenue-office:read");

  const rows = await ctx.db
    .select({
      id: certificateBatches.id,
      year: certificateBatches.year,
      status: certificateBatches.status,
      total: certificateBatches.total,
      done: certificateBatches.done,
      failedIds: certificateBatches.failedHouseholdIds,
      createdAt: certificateBatches.createdAt,
      createdBy: accounts.displayName,
      certificates: sql<number>`count(${certificates.id})::int`,
      cents: sumOf("cents"),
      cesuCents: sumOf("cesuCents"),
    })
    .from(certificateBatches)
    .innerJoin(accounts, eq(accounts.id, certificateBatches.createdBy))
    .leftJoin(certificateBatchFiles, eq(certificateBatchFiles.batchId, certificateBatches.id))
    .leftJoin(certificates, eq(certificates.id, certificateBatchFiles.certificateId))
    .groupBy(certificateBatches.id, accounts.id)
    .orderBy(desc(certificateBatches.createdAt));
  const failed = await namesOf(
    ctx,
    rows.flatMap(({ failedIds }) => failedIds),
  );
  return rows.map(({ failedIds, ...row }) => ({
    ...row,
    keptUntil: keptUntil(row.createdAt),
    failed: failed.filter(({ id }) => failedIds.includes(id)),
  }));
}

const namesOf = async ({ db }: Context, ids: string[]) =>
  ids.length === 0
    ? []
    : await db.select({ id: households.id, name: households.name }).from(households).where(inArray(households.id, ids));
