import { and, asc, eq, sql } from "drizzle-orm";
import { importLines, imports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { removeImportedHouseholds } from "@/lib/families/remove-imported-households";
import { nextFamilies } from "./next-families";

const TOUCHED = "Cette famille a été complétée ou utilisée depuis l’import : elle reste.";

/** Removes what an import wrote, family by family, and says which ones were touched since and stay. */
export async function undoImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  authorize(ctx, "jobs:run");
  const [row] = await ctx.db.select({ status: imports.status }).from(imports).where(eq(imports.id, importId));
  if (row?.status !== "undoing") return;

  const next = (after: number) => nextFamilies(ctx, { importId, status: "imported", after });
  for (let families = await next(-1); families.length > 0; families = await next(families.at(-1) ?? 0)) {
    for (const family of families) await inTransaction(ctx, (ctx) => undoFamily(ctx, importId, family));
    await ctx.db
      .update(imports)
      .set({ processed: sql`${imports.total} - ${leftAfter(importId, families.at(-1) ?? 0)}` })
      .where(eq(imports.id, importId));
  }
  await finish(ctx, importId);
}

const imported = (importId: string) => and(eq(importLines.importId, importId), eq(importLines.status, "imported"));

const leftAfter = (importId: string, family: number) =>
  sql`(select count(*) from ${importLines} where ${imported(importId)} and ${importLines.family} > ${family})`;

async function undoFamily(ctx: Context, importId: string, family: number): Promise<void> {
  const ofFamily = and(imported(importId), eq(importLines.family, family));
  const [line] = await ctx.db
    .select({ written: importLines.written })
    .from(importLines)
    .where(ofFamily)
    .orderBy(asc(importLines.part), asc(importLines.line))
    .for("update");
  if (!line) return;
  const { households = [], persons = [] } = line.written ?? {};
  const isRemoved = await removeImportedHouseholds(ctx, { householdIds: households, personIds: persons });
  await ctx.db
    .update(importLines)
    .set(isRemoved ? { status: "undone", message: null, householdId: null, written: null } : { message: TOUCHED })
    .where(ofFamily);
}

async function finish(ctx: Context, importId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [{ families } = { families: 0 }] = await ctx.db
      .select({ families: sql<number>`count(distinct ${importLines.family})::int` })
      .from(importLines)
      .where(imported(importId));
    const kept = families === 1 ? "1 famille reste" : `${families} familles restent`;
    await ctx.db
      .update(imports)
      .set(
        families === 0
          ? { status: "undone", processed: imports.total, finishedAt: ctx.now }
          : { status: "done", processed: imports.total, problem: `${kept} : complétées ou utilisées depuis l’import.` },
      )
      .where(and(eq(imports.id, importId), eq(imports.status, "undoing")));
    await recordEvent(ctx, { type: "import.undone", subjectId: importId, data: { kept: families } });
  });
}
