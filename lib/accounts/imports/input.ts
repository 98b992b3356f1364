import { z } from "zod";
import { isTarget } from "./rules";

export const importInput = z.object({ importId: z.uuid() });
export type ImportInput = z.infer<typeof importInput>;

/** "c1-4": the fifth column of the first file; an empty choice leaves the column out. */
const COLUMN = /^c([12])-(\d{1,3})$/;

export const mapColumnsInput = z.looseObject({ importId: z.uuid() }).transform(({ importId, ...choices }) => ({
  importId,
  mappings: [1, 2].map((part) =>
    Object.fromEntries(
      Object.entries(choices).flatMap(([name, target]) => {
        const [, file, column] = COLUMN.exec(name) ?? [];
        return Number(file) === part && typeof target === "string" && isTarget(target) ? [[`${column}`, target]] : [];
      }),
    ),
  ),
}));
export type MapColumnsInput = z.infer<typeof mapColumnsInput>;

/** A field that was left empty comes as a file without a name nor bytes. */
export const uploadImportInput = z.object({ first: z.instanceof(File), second: z.instanceof(File).optional() });
