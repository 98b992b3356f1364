import { and, asc, eq } from "drizzle-orm";
import { importFiles, imports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { MapColumnsInput } from "./input";
import { lockImport } from "./lock-import";
import { doubledTargets, type Mapping, missingTargets } from "./rules";

/** Says what each column holds, and has the whole file tried without writing anyone, in the background. */
export async function mapColumns(ctx: Context, { importId, mappings }: MapColumnsInput): Promise<void> {
  authorize(ctx, "imports:run");

  await inTransaction(ctx, async (ctx) => {
    await lockImport(ctx, importId, "checking");
    const files = await ctx.db
      .select({ part: importFiles.part, header: importFiles.header, storageKey: importFiles.storageKey })
      .from(importFiles)
      .where(eq(importFiles.importId, importId))
      .orderBy(asc(importFiles.part));
    if (files.some(({ storageKey }) => !storageKey)) throw new DomainError("already_decided");
    const chosen = files.map(({ part, header }) => within(mappings[part - 1] ?? {}, header.length));
    assertComplete(chosen);
    for (const [index, { part }] of files.entries()) {
      await ctx.db
        .update(importFiles)
        .set({ mapping: chosen[index] })
        .where(and(eq(importFiles.importId, importId), eq(importFiles.part, part)));
    }
    await ctx.db
      .update(imports)
      .set({ status: "checking", processed: 0, problem: null })
      .where(eq(imports.id, importId));
    await enqueue(ctx, "check-import", { importId }, { jobKey: `import:${importId}` });
    await recordEvent(ctx, { type: "import.mapped", subjectId: importId });
  });
}

const within = (mapping: Mapping, columns: number): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([index]) => Number(index) < columns));

function assertComplete(mappings: Mapping[]): void {
  const doubled = mappings.flatMap(doubledTargets);
  if (doubled.length > 0) throw problem(`Deux colonnes disent la même chose : ${doubled.join(" ; ")}. Gardez-en une.`);
  const missing = missingTargets(mappings);
  if (missing.length > 0) throw problem(`Il manque une colonne pour ${missing.join(", ")}.`);
}

const problem = (message: string) => new DomainError("invalid_input", { message });
