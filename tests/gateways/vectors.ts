import { readFileSync } from "node:fs";
import { z } from "zod";

const file = z.object({ vectors: z.array(z.looseObject({ id: z.string(), kind: z.string() })) });
const { vectors } = file.parse(JSON.parse(readFileSync(new URL("./vectors.json", import.meta.url), "utf8")));

/** The vectors of a kind, in the shape that its test needs. */
export function vectorsOf<T extends z.ZodRawShape>(kind: string, shape: T) {
  const vector = z.object({ id: z.string(), ...shape });
  return vectors.filter((entry) => entry.kind === kind).map((entry) => vector.parse(entry));
}
