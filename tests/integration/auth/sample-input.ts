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

/**
 * An input with, in each place where it names one of one's own things, that of somebody else instead; and, where it holds
 * a list of them, beside it.
 */
export function withOneOf(input: unknown, own: Known[], others: Known[]): { path: string; input: unknown }[] {
  const [mine = {}] = own;
  const theirs = (name: string, value: unknown): unknown[] => {
    if (name !== "id" && name in mine) return others.slice(-1).map((other) => other[name]);
    return own.some(({ id }) => id === value) ? others.map(({ id }) => id) : [];
  };
  return placesOf(input, ["input"]).flatMap(({ path, value }) => {
    const name = String(path.findLast((key) => typeof key === "string"));
    const values = new Set(theirs(name, value).filter((other) => other !== undefined && other !== value));
    return [...values].flatMap((other) => {
      const replaced = { input: structuredClone(input) };
      put(replaced, path, other);
      const items = path.findLastIndex((key) => typeof key === "number");
      const beside = { input: structuredClone(input) };
      const [from, into] = [replaced, beside].map((one) => items > 0 && at(one, path.slice(0, items)));
      if (Array.isArray(from) && Array.isArray(into)) into.push(from[0]);
      const inputs = items > 0 ? [replaced.input, beside.input] : [replaced.input];
      return inputs.map((one) => ({ path: path.slice(1).join("."), input: one }));
    });
  });
}

/** An input with each of the values, in turn, in each of its places. */
export const withHostile = (input: unknown, values: unknown[]): { path: string; input: unknown }[] =>
  placesOf(input, ["input"]).flatMap(({ path }) =>
    values.map((value) => {
      const spoiled = { input: structuredClone(input) };
      put(spoiled, path, value);
      return { path: path.slice(1).join("."), input: spoiled.input };
    }),
  );

const at = (target: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((from, key) => (from as Record<PropertyKey, unknown> | undefined)?.[key], target);

type Place = { path: PropertyKey[]; value: unknown };

/** Where the values of an input stand, but for the keys that a form draws for itself. */
function placesOf(value: unknown, path: PropertyKey[]): Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, [...path, index]));
  if (value !== null && typeof value === "object" && !(value instanceof File)) {
    return Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]));
  }
  return value instanceof File || /key$/i.test(String(path.at(-1))) ? [] : [{ path, value }];
}

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
  const parent = at(target, path.slice(0, -1));
  const last = path.at(-1);
  if (parent !== null && typeof parent === "object" && last !== undefined) {
    if (value === undefined) delete (parent as Record<PropertyKey, unknown>)[last];
    else (parent as Record<PropertyKey, unknown>)[last] = structuredClone(value);
  }
}
