import { and, asc, eq, gt } from "drizzle-orm";
import { type ImportLineStatus, importLines } from "@/db/schema";
import type { Context } from "@/lib/core/context";

const BATCH = 100;

type Asked = { importId: string; status: ImportLineStatus; after: number };

/** The next families of an import that have lines in a state, by their number. */
export const nextFamilies = async ({ db }: Context, { importId, status, after }: Asked): Promise<number[]> => {
  const rows = await db
    .selectDistinct({ family: importLines.family })
    .from(importLines)
    .where(and(eq(importLines.importId, importId), eq(importLines.status, status), gt(importLines.family, after)))
    .orderBy(asc(importLines.family))
    .limit(BATCH);
  return rows.flatMap(({ family }) => family ?? []);
};
