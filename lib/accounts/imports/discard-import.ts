import { eq } from "drizzle-orm";
import { importFiles, importLines, imports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dropFile } from "@/lib/documents/files/keep-file";
import type { ImportInput } from "./input";

const isIdle = ["uploaded", "checked", "failed"];

/** Gives up an import that has brought nobody in: its file is destroyed. */
export async function discardImport(ctx: Context, { importId }: ImportInput): Promise<void> {
  authorize(ctx, "imports:run");

  const files = await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ status: imports.status, finishedAt: imports.finishedAt })
      .from(imports)
      .where(eq(imports.id, importId))
      .for("update");
    if (!row) throw new DomainError("not_found");
    if (!isIdle.includes(row.status) || row.finishedAt) throw new DomainError("already_decided");
    const removed = await ctx.db
      .delete(importFiles)
      .where(eq(importFiles.importId, importId))
      .returning({ storageKey: importFiles.storageKey });
    await ctx.db.delete(importLines).where(eq(importLines.importId, importId));
    await ctx.db.delete(imports).where(eq(imports.id, importId));
    await recordEvent(ctx, { type: "import.discarded", subjectId: importId });
    return removed;
  });
  for (const { storageKey } of files) if (storageKey) await dropFile(storageKey);
}
