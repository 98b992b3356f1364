import { and, eq, inArray, isNotNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { deliveries, deliveryRecipients, documents, publications } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf, instantOf, monthsLater } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { dropFile } from "./files/keep-file";
import { lastSchoolYearEnd, retention } from "./rules";

/** Locked at once: a night's work is many of these. */
const BATCH = 500;

/**
 * Destroys the files past their retention time (handbook §7.1): the row stays, without its file, its name nor what was
 * said of it.
 */
export async function purgeDocuments(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");

  await empty(ctx, documents, documentIsDue(ctx), { fileName: "", note: null, reason: null });
  await empty(ctx, publications, publicationIsDue(ctx), { fileName: "" });
  await empty(ctx, deliveries, deliveryIsDue(ctx), { fileName: "" });
}

const ago = (ctx: Context, months: number): Date => instantOf(monthsLater(dateOf(ctx.now), -months), "00:00");

function documentIsDue(ctx: Context): SQL | undefined {
  const today = dateOf(ctx.now);
  const ended = ago(ctx, retention.endedMonths);
  const schoolYear = lastSchoolYearEnd(today);
  const outOfUse = (before: Date, validBefore: string) =>
    or(
      lt(documents.removedAt, before),
      lt(documents.replacedAt, before),
      and(lt(documents.validUntil, validBefore), sql`${documents.kind} <> 'judgment'`),
    );
  return or(
    outOfUse(ended, monthsLater(today, -retention.endedMonths)),
    and(eq(documents.isHealth, true), outOfUse(instantOf(schoolYear, "23:59"), schoolYear)),
    and(eq(documents.status, "rejected"), lt(documents.reviewedAt, ago(ctx, retention.refusedMonths))),
  );
}

const publicationIsDue = (ctx: Context) =>
  or(
    lt(publications.unpublishedAt, ago(ctx, retention.unpublishedMonths)),
    lt(publications.untilOn, monthsLater(dateOf(ctx.now), -retention.unpublishedMonths)),
  );

const deliveryIsDue = (ctx: Context) =>
  or(
    lt(deliveries.createdAt, ago(ctx, retention.deliveredMonths)),
    notExists(
      ctx.db
        .select({ one: sql`1` })
        .from(deliveryRecipients)
        .where(
          and(
            eq(deliveryRecipients.deliveryId, deliveries.id),
            sql`coalesce(${deliveryRecipients.withdrawnAt} >= ${ago(ctx, retention.endedMonths).toISOString()}, true)`,
          ),
        ),
    ),
  );

type Files = typeof documents | typeof publications | typeof deliveries;

/** The row says first that its file is no more: a file that then resists is an orphan, which the sweep finds. */
async function empty(
  ctx: Context,
  table: Files,
  isDue: SQL | undefined,
  blank: { fileName: ""; note?: null; reason?: null },
) {
  for (let count = BATCH; count === BATCH; ) {
    const due = await inTransaction(ctx, async (ctx) => {
      const due = await ctx.db
        .select({ id: table.id, storageKey: table.storageKey })
        .from(table)
        .where(and(isNotNull(table.storageKey), isDue))
        .limit(BATCH)
        .for("update");
      if (due.length === 0) return due;
      const ids = due.map(({ id }) => id);
      await ctx.db
        .update(table)
        .set({ ...blank, storageKey: null })
        .where(inArray(table.id, ids));
      await recordEvent(ctx, { type: "files.purged", data: { ids } });
      return due;
    });
    for (const { storageKey } of due) if (storageKey) await dropFile(storageKey);
    count = due.length;
  }
}
