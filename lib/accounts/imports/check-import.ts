import { Readable } from "node:stream";
import { and, asc, eq, sql } from "drizzle-orm";
import { type ImportFormat, importFiles, importLines, imports, type LineProblem } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { openFile } from "@/lib/documents/files/seal-file";
import { findKnownPeople } from "./find-known-people";
import { groupFamilies, keysOf, type LineKeys } from "./group-families";
import { type LineData, parseLine } from "./parse-line";
import { readRows } from "./read-table";
import type { Mapping } from "./rules";

const BATCH = 500;

/**
 * Tries a whole file without writing anyone: each line read, judged, put with its family, and compared with the families
 * that are there. Stopped anywhere and run again, it begins again.
 */
export async function checkImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  authorize(ctx, "jobs:run");
  const [row] = await ctx.db.select({ status: imports.status }).from(imports).where(eq(imports.id, importId));
  if (row?.status !== "checking") return;

  try {
    await ctx.db.delete(importLines).where(eq(importLines.importId, importId));
    const lines = await readFiles(ctx, importId);
    await placeFamilies(ctx, importId, lines);
    await finish(ctx, importId, { status: "checked", total: lines.length, processed: lines.length });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await finish(ctx, importId, { status: "failed", problem: String(error.details.message ?? error.code) });
  }
}

const finish = ({ db }: Context, importId: string, outcome: Partial<typeof imports.$inferInsert>) =>
  db
    .update(imports)
    .set(outcome)
    .where(and(eq(imports.id, importId), eq(imports.status, "checking")));

type Place = { part: number; line: number; isBlocked: boolean; keys: LineKeys };

/** Half of the way is reading, the other half comparing. */
async function readFiles(ctx: Context, importId: string): Promise<Place[]> {
  const files = await ctx.db
    .select()
    .from(importFiles)
    .where(eq(importFiles.importId, importId))
    .orderBy(asc(importFiles.part));
  const places: Place[] = [];
  for (const { part, storageKey, format, mapping } of files) {
    if (!storageKey)
      throw new DomainError("not_found", { message: "Le fichier n’est plus là : envoyez-le de nouveau." });
    for await (const lines of inBatches(await parsed(ctx, { storageKey, format, mapping: mapping as Mapping }))) {
      await ctx.db.insert(importLines).values(
        lines.map(({ line, data, problems, subject }) => ({
          importId,
          part,
          line,
          subject,
          data,
          status: isBlocking(problems) ? ("error" as const) : ("ok" as const),
          problems: problems.length > 0 ? problems : null,
        })),
      );
      for (const { line, data, problems } of lines) {
        places.push({ part, line, isBlocked: isBlocking(problems), keys: keysOf(data) });
      }
      await progress(ctx, importId, Math.floor(places.length / 2));
    }
  }
  return places;
}

const isBlocking = (problems: LineProblem[]) => problems.some(({ isBlocking }) => isBlocking);

const progress = ({ db }: Context, importId: string, processed: number) =>
  db.update(imports).set({ processed }).where(eq(imports.id, importId));

type StoredFile = { storageKey: string; format: ImportFormat; mapping: Mapping };

async function parsed(ctx: Context, { storageKey, format, mapping }: StoredFile) {
  const rows = readRows(Readable.from(openFile(storageKey, await fileStorage().getStream(storageKey))), format);
  const today = dateOf(ctx.now);
  return (async function* () {
    const first = await rows.next();
    const header = first.done ? [] : first.value.cells;
    for await (const { line, cells } of rows) yield { line, ...parseLine(cells, header, mapping, today) };
  })();
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A family comes in whole or not at all: one line to correct, or one person already there, keeps its other lines out too. */
async function placeFamilies(ctx: Context, importId: string, lines: Place[]): Promise<void> {
  const { families, problems } = groupFamilies(lines.map(({ keys }) => keys));
  const known = await findKnown(ctx, importId, lines);
  const judged = families.flatMap(({ lines: members }, family) => {
    const inError = members.filter((index) => lines[index]?.isBlocked || problems.has(index));
    const there = members.flatMap((index) => known.get(index) ?? [])[0];
    return members.map((index) => ({
      ...placeOf(lines[index]),
      family,
      status: inError.length > 0 ? "error" : there ? "duplicate" : "ok",
      message: messageOf({ index, inError, problems, lines, there }),
      householdId: inError.length === 0 && there ? there.householdId : null,
    }));
  });
  for (let start = 0; start < judged.length; start += BATCH) {
    await writeJudged(ctx, importId, judged.slice(start, start + BATCH));
    await progress(ctx, importId, Math.floor((lines.length + start) / 2));
  }
}

const placeOf = (place: Place | undefined) => ({ part: place?.part ?? 0, line: place?.line ?? 0 });

type Known = { household: string; householdId: string; firstName: string; lastName: string };
type Judging = {
  index: number;
  inError: number[];
  problems: Map<number, string[]>;
  lines: Place[];
  there: Known | undefined;
};

function messageOf({ index, inError, problems, lines, there }: Judging): string | null {
  // What follows from a cell that cannot be read would only hide it.
  if (lines[index]?.isBlocked) return null;
  const own = problems.get(index);
  if (own) return [...new Set(own)].join(" ");
  const [other] = inError;
  if (other !== undefined) return `Une autre ligne de cette famille est à corriger (ligne ${lines[other]?.line}).`;
  return there ? `${there.firstName} ${there.lastName} est déjà connu : famille ${there.household}.` : null;
}

/** Read back from where the lines were written, batch by batch. */
async function findKnown(ctx: Context, importId: string, lines: Place[]): Promise<Map<number, Known>> {
  const known = new Map<number, Known>();
  const indexOf = new Map(lines.map(({ part, line }, index) => [`${part}:${line}`, index]));
  for (let offset = 0; offset < lines.length; offset += BATCH) {
    const rows = await ctx.db
      .select({ part: importLines.part, line: importLines.line, data: importLines.data })
      .from(importLines)
      .where(eq(importLines.importId, importId))
      .orderBy(asc(importLines.part), asc(importLines.line))
      .limit(BATCH)
      .offset(offset);
    const found = await findKnownPeople(
      ctx,
      rows.map(({ data }) => data as LineData),
    );
    for (const [place, person] of found) {
      const row = rows[place];
      const index = row && indexOf.get(`${row.part}:${row.line}`);
      if (index !== undefined) known.set(index, person);
    }
  }
  return known;
}

type Judged = {
  part: number;
  line: number;
  family: number;
  status: string;
  message: string | null;
  householdId: string | null;
};

const writeJudged = (ctx: Context, importId: string, judged: Judged[]) =>
  inTransaction(ctx, ({ db }) =>
    db.execute(sql`
      update import_lines l set family = j.family, status = j.status::import_line_status, message = j.message,
        household_id = j."householdId"
      from json_to_recordset(${JSON.stringify(judged)}::json)
        as j(part int, line int, family int, status text, message text, "householdId" uuid)
      where l.import_id = ${importId} and l.part = j.part and l.line = j.line`),
  );
