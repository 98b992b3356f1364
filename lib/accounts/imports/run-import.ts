import { and, asc, eq, sql } from "drizzle-orm";
import { importFiles, importLines, imports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError, sentenceOf } from "@/lib/core/errors";
import { dropFile } from "@/lib/documents/files/keep-file";
import { createHousehold } from "@/lib/families/create-household";
import { shareChild } from "@/lib/families/share-child";
import { buildHouseholds } from "./build-households";
import { findKnownPeople } from "./find-known-people";
import { nextFamilies } from "./next-families";
import type { LineData } from "./parse-line";

/** At the same moment: while one waits for the disk, the others go on. */
const AT_ONCE = 4;

/**
 * Brings in the families that were found right, each with its lines in a transaction of its own: stopped anywhere, even
 * killed, and run again, it goes on where it was, and nobody comes in twice.
 */
export async function runImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  authorize(ctx, "jobs:run");
  const [row] = await ctx.db.select({ status: imports.status }).from(imports).where(eq(imports.id, importId));
  if (row?.status !== "running") return;

  let batches = 0;
  for (let families = await next(ctx, importId); families.length > 0; families = await next(ctx, importId)) {
    batches += 1;
    if (isPowerOfTwo(batches)) await countRows(ctx);
    for (let start = 0; start < families.length; start += AT_ONCE) {
      const some = families.slice(start, start + AT_ONCE);
      await Promise.all(some.map((family) => bringIn(ctx, importId, family)));
    }
    await showProgress(ctx, importId);
  }
  await finish(ctx, importId);
}

const isPowerOfTwo = (number: number) => (number & (number - 1)) === 0;

/** Tables that were empty a minute ago: each time they have doubled, the planner must know that indexes serve. */
const countRows = ({ db }: Context) => db.execute(sql`analyze persons, household_members, households, import_lines`);

const next = (ctx: Context, importId: string) => nextFamilies(ctx, { importId, status: "ok", after: -1 });

async function bringIn(ctx: Context, importId: string, family: number): Promise<void> {
  try {
    await inTransaction(ctx, (ctx) => importFamily(ctx, importId, family));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const message = String(error.details.message ?? firstProblem(error) ?? sentenceOf(error.code));
    await ctx.db.update(importLines).set({ status: "error", message }).where(waiting(importId, family));
  }
}

const firstProblem = ({ details }: DomainError) => Object.values(details.fields ?? {})[0]?.[0];

const waiting = (importId: string, family: number) =>
  and(eq(importLines.importId, importId), eq(importLines.family, family), eq(importLines.status, "ok"));

async function importFamily(ctx: Context, importId: string, family: number): Promise<void> {
  const lines = await ctx.db
    .select({ data: importLines.data })
    .from(importLines)
    .where(waiting(importId, family))
    .orderBy(asc(importLines.part), asc(importLines.line))
    .for("update");
  if (lines.length === 0) return;
  const read = lines.map(({ data }) => data as LineData);

  // Someone may have written the family since the file was tried.
  const [known] = (await findKnownPeople(ctx, read)).values();
  if (known) {
    const message = `${known.firstName} ${known.lastName} est déjà connu : famille ${known.household}.`;
    await ctx.db
      .update(importLines)
      .set({ status: "duplicate", message, householdId: known.householdId, data: null })
      .where(waiting(importId, family));
    return;
  }
  const written = await writeHouseholds(ctx, read);
  await ctx.db
    .update(importLines)
    .set({ status: "imported", householdId: written.households[0], written, data: null })
    .where(waiting(importId, family));
}

async function writeHouseholds(ctx: Context, lines: LineData[]) {
  const written = { households: [] as string[], persons: [] as string[] };
  const childIds = new Map<string, string>();
  for (const { household, created, shared } of buildHouseholds(lines)) {
    const made = await createHousehold(ctx, household);
    written.households.push(made.householdId);
    written.persons.push(...made.guardianIds, ...made.childIds);
    for (const [index, child] of created.entries()) childIds.set(child, made.childIds[index] ?? "");
    for (const { child, relation, authority } of shared) {
      await shareChild(ctx, {
        childId: childIds.get(child) ?? "",
        householdId: made.householdId,
        relation,
        exercisesParentalAuthority: authority,
      });
    }
  }
  return written;
}

const left = (importId: string) =>
  sql`(select count(*) from ${importLines} where ${and(eq(importLines.importId, importId), eq(importLines.status, "ok"))})`;

const showProgress = ({ db }: Context, importId: string) =>
  db
    .update(imports)
    .set({ processed: sql`${imports.total} - ${left(importId)}` })
    .where(eq(imports.id, importId));

/** The file has told what it had to: what it says of people is kept in their own files, and nowhere else. */
async function finish(ctx: Context, importId: string): Promise<void> {
  const files = await ctx.db
    .select({ storageKey: importFiles.storageKey })
    .from(importFiles)
    .where(eq(importFiles.importId, importId));
  await inTransaction(ctx, async (ctx) => {
    const [done] = await ctx.db
      .update(imports)
      .set({ status: "done", processed: imports.total, finishedAt: ctx.now })
      .where(and(eq(imports.id, importId), eq(imports.status, "running")))
      .returning({ id: imports.id });
    if (!done) return;
    await ctx.db.update(importFiles).set({ storageKey: null, samples: [] }).where(eq(importFiles.importId, importId));
    await ctx.db.update(importLines).set({ data: null }).where(eq(importLines.importId, importId));
    await recordEvent(ctx, { type: "import.done", subjectId: importId });
  });
  for (const { storageKey } of files) if (storageKey) await dropFile(storageKey);
}
