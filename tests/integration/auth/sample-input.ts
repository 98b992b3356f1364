import { z } from "zod";

type JsonSchema = {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
};

/** Values by the name of a field: the ids of somebody, first of all. */
export type Known = Record<string, unknown>;

/** What a field may want when its schema does not say it all: tried in turn until it is taken. */
const guesses: unknown[] = [
  "2027-03-15",
  "2027-03",
  "10:00",
  "12,00",
  "59000",
  "06 12 34 56 78",
  "intrus@exemple.fr",
  "Des mots assez longs pour un texte",
  "Roncq",
  "on",
  "1",
  "Portail-Famille-2026",
  "FR7630006000011234567890189",
  "[]",
  "{}",
  "",
  1,
  100,
  true,
  undefined,
  null,
  [],
  {},
];

/**
 * An input that the schema takes, made from the schema itself and from what is known by name; the last one tried where
 * none is found.
 */
export function sampleInput(schema: z.ZodType, known: Known): unknown {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  const first = { input: exampleOf(json, "", known) };
  const tried = new Map<string, number>();
  for (let turn = 0; turn < 300; turn += 1) {
    const parsed = schema.safeParse(first.input);
    if (parsed.success) return first.input;
    const path = ["input", ...(parsed.error.issues[0]?.path ?? [])];
    const name = path.join(".");
    const guess = tried.get(name) ?? 0;
    if (guess === guesses.length) break;
    tried.set(name, guess + 1);
    put(first, path, guesses[guess]);
  }
  return first.input;
}

/** Whether a field of the input is called so. */
export const names = (schema: z.ZodType, field: string): boolean =>
  JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })).includes(`"${field}":`);

function exampleOf(schema: JsonSchema, name: string, known: Known): unknown {
  if (name in known) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return exampleOf(choice[0] ?? {}, name, known);
  if (schema.allOf) return exampleOf(Object.assign({}, ...schema.allOf), name, known);
  if (schema.type === "object") {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([field, value]) => [field, exampleOf(value, field, known)]));
  }
  if (schema.type === "array") return [exampleOf(schema.items ?? {}, name.replace(/s$/, ""), known)];
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return Math.max(1, schema.minimum ?? 1);
  if (schema.format === "uuid") return known.id;
  if (schema.format === "date") return "2027-03-15";
  return "Des mots assez longs";
}

function put(target: unknown, path: PropertyKey[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], target);
  const last = path.at(-1);
  if (parent !== null && typeof parent === "object" && last !== undefined) {
    if (value === undefined) delete (parent as Record<PropertyKey, unknown>)[last];
    else (parent as Record<PropertyKey, unknown>)[last] = structuredClone(value);
  }
}
