import { and, eq, sql } from "drizzle-orm";
import { importLines, imports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { ImportInput } from "./input";
import { lockImport } from "./lock-import";

/** Has the families that were found right brought in, in the background; the others stay out and are reported. */
export async function startImport(ctx: Context, { importId }: ImportInput): Promise<void> {
  authorize(ctx, "imports:run");

  await inTransaction(ctx, async (ctx) => {
    await lockImport(ctx, importId, "running");
    const total = await ctx.db.$count(
      importLines,
      and(eq(importLines.importId, importId), eq(importLines.status, "ok")),
    );
    if (total === 0) throw new DomainError("invalid_input", { message: NOBODY });
    await ctx.db
      .update(imports)
      .set({ status: "running", total, processed: 0, problem: null })
      .where(eq(imports.id, importId));
    await enqueue(ctx, "run-import", { importId }, { jobKey: `import:${importId}` });
    await recordEvent(ctx, { type: "import.started", subjectId: importId, data: { lines: total } });
  });
}

const NOBODY = "Aucune famille ne peut être importée : corrigez le fichier, puis envoyez-le de nouveau.";

/** Has everything that the import wrote removed, in the background, where nobody has touched it since. */
export async function requestUndo(ctx: Context, { importId }: ImportInput): Promise<void> {
  authorize(ctx, "imports:run");

  await inTransaction(ctx, async (ctx) => {
    await lockImport(ctx, importId, "undoing");
    const imported = and(eq(importLines.importId, importId), eq(importLines.status, "imported"));
    await ctx.db
      .update(imports)
      .set({
        status: "undoing",
        total: sql`(select count(*) from ${importLines} where ${imported})`,
        processed: 0,
        problem: null,
      })
      .where(eq(imports.id, importId));
    await enqueue(ctx, "undo-import", { importId }, { jobKey: `import:${importId}` });
    await recordEvent(ctx, { type: "import.undo-requested", subjectId: importId });
  });
}
