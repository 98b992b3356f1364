import { eq } from "drizzle-orm";
import { type ImportStatus, imports } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

const after: Record<ImportStatus, readonly ImportStatus[]> = {
  uploaded: ["checking"],
  checking: ["checked", "failed"],
  checked: ["checking", "running"],
  running: ["done", "failed"],
  done: ["undoing"],
  undoing: ["undone", "done", "failed"],
  undone: [],
  failed: ["checking"],
};

/** The import, locked, when it may go on to another stage: of two agents who press at once, the second is told. */
export const lockImport = async ({ db }: Context, importId: string, next: ImportStatus) => {
  assertUuid(importId);
  const [row] = await db
    .select({ id: imports.id, status: imports.status, total: imports.total })
    .from(imports)
    .where(eq(imports.id, importId))
    .for("update");
  if (!row) throw new DomainError("not_found");
  if (!after[row.status].includes(next)) throw new DomainError("already_decided");
  return row;
};
