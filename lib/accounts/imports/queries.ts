import { and, asc, desc, eq, sql } from "drizzle-orm";
import { accounts, type ImportLineStatus, importFiles, importLines, imports } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

const LISTED = 50;

export type ListedImport = Awaited<ReturnType<typeof listImports>>[number];

/** The last imports, newest first. */
export async function listImports(ctx: Context) {
  authorize(ctx, "imports:run");

  return ctx.db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      status: imports.status,
      total: imports.total,
      createdAt: imports.createdAt,
      createdBy: accounts.displayName,
    })
    .from(imports)
    .leftJoin(accounts, eq(accounts.id, imports.createdBy))
    .orderBy(desc(imports.createdAt))
    .limit(LISTED);
}

export type ImportView = Awaited<ReturnType<typeof getImport>>;

/** One import: where it is, how its files were read, and how many lines are in each state. */
export async function getImport(ctx: Context, importId: string) {
  authorize(ctx, "imports:run");
  assertUuid(importId);

  const [[row], files, counted] = await Promise.all([
    ctx.db.select().from(imports).where(eq(imports.id, importId)),
    ctx.db
      .select({
        part: importFiles.part,
        fileName: importFiles.fileName,
        format: importFiles.format,
        header: importFiles.header,
        samples: importFiles.samples,
        lines: importFiles.lines,
        mapping: importFiles.mapping,
      })
      .from(importFiles)
      .where(eq(importFiles.importId, importId))
      .orderBy(asc(importFiles.part)),
    ctx.db
      .select({
        status: importLines.status,
        lines: sql<number>`count(*)::int`,
        families: sql<number>`count(distinct ${importLines.family})::int`,
        warned: sql<number>`count(*) filter (where ${importLines.problems} is not null)::int`,
      })
      .from(importLines)
      .where(eq(importLines.importId, importId))
      .groupBy(importLines.status),
  ]);
  if (!row) throw new DomainError("not_found");
  const none = { lines: 0, families: 0, warned: 0 };
  const counts = Object.fromEntries(counted.map(({ status, ...count }) => [status, count]));
  const countOf = (status: ImportLineStatus) => counts[status] ?? none;
  return {
    ...row,
    files,
    counts: {
      ok: countOf("ok"),
      duplicate: countOf("duplicate"),
      error: countOf("error"),
      imported: countOf("imported"),
      undone: countOf("undone"),
    },
  };
}

export const PAGE_SIZE = 50;

export type ListedLine = Awaited<ReturnType<typeof listImportLines>>["lines"][number];

const lineColumns = {
  part: importLines.part,
  line: importLines.line,
  status: importLines.status,
  subject: importLines.subject,
  message: importLines.message,
  problems: importLines.problems,
  householdId: importLines.householdId,
};

type Asked = { importId: string; status: ImportLineStatus | undefined; page: number };

/** The lines of an import, those of one state when asked, in the order of the file. */
export async function listImportLines(ctx: Context, { importId, status, page }: Asked) {
  authorize(ctx, "imports:run");
  assertUuid(importId);

  const rows = await ctx.db
    .select({ ...lineColumns, total: sql<number>`count(*) over ()::int` })
    .from(importLines)
    .where(and(eq(importLines.importId, importId), status && eq(importLines.status, status)))
    .orderBy(asc(importLines.part), asc(importLines.line))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { total: rows[0]?.total ?? 0, lines: rows.map(({ total: _, ...line }) => line) };
}

const BATCH = 1000;

/** All the lines of an import, a thousand at a time: for the report, whose length must not weigh. */
export async function listReportLines(ctx: Context, importId: string, after: { part: number; line: number }) {
  authorize(ctx, "imports:run");

  return ctx.db
    .select(lineColumns)
    .from(importLines)
    .where(
      sql`${eq(importLines.importId, importId)} and (${importLines.part}, ${importLines.line}) > (${after.part}, ${after.line})`,
    )
    .orderBy(asc(importLines.part), asc(importLines.line))
    .limit(BATCH);
}
