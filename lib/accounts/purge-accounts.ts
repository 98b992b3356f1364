import { and, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { dataExports, emailChanges, importFiles, importLines, imports } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { dropFile } from "@/lib/documents/files/keep-file";

const DAY = 86_400_000;
const CHANGES_KEPT_DAYS = 30;
/** An undo that comes later than this is a correction, family by family. */
const IMPORTS_KEPT_DAYS = 90;

/** Destroys copies that expired, changes of address that are over, and what old imports say of people. */
export async function purgeAccounts(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const ago = (days: number) => new Date(ctx.now.getTime() - days * DAY);

  await ctx.db.delete(emailChanges).where(lt(emailChanges.expiresAt, ago(CHANGES_KEPT_DAYS)));
  await expireExports(ctx);
  await forgetImports(ctx, ago(IMPORTS_KEPT_DAYS));
}

async function expireExports(ctx: Context): Promise<void> {
  const due = and(isNotNull(dataExports.storageKey), lt(dataExports.expiresAt, ctx.now));
  const expired = await inTransaction(ctx, async ({ db }) => {
    const rows = await db
      .select({ id: dataExports.id, storageKey: dataExports.storageKey })
      .from(dataExports)
      .where(due)
      .for("update");
    if (rows.length > 0) await db.update(dataExports).set({ status: "expired", storageKey: null }).where(due);
    return rows;
  });
  for (const { storageKey } of expired) if (storageKey) await dropFile(storageKey);
}

/** The list keeps what was imported and when; one that was never run goes altogether. */
async function forgetImports(ctx: Context, before: Date): Promise<void> {
  const old = ctx.db.select({ id: imports.id }).from(imports).where(lt(imports.createdAt, before));
  const files = await ctx.db
    .select({ storageKey: importFiles.storageKey })
    .from(importFiles)
    .where(and(inArray(importFiles.importId, old), isNotNull(importFiles.storageKey)));
  await ctx.db
    .update(importFiles)
    .set({ storageKey: null, samples: [] })
    .where(and(inArray(importFiles.importId, old), isNotNull(importFiles.storageKey)));
  await ctx.db
    .update(importLines)
    .set({ subject: null, problems: null, data: null, message: null })
    .where(and(inArray(importLines.importId, old), or(isNotNull(importLines.subject), isNotNull(importLines.data))));
  await ctx.db
    .update(imports)
    .set({ status: "undone", problem: null })
    .where(and(lt(imports.createdAt, before), sql`${imports.status} in ('uploaded', 'checked', 'failed')`));
  for (const { storageKey } of files) if (storageKey) await dropFile(storageKey);
}
