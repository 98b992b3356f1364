import { z } from "zod";
import { env } from "@/lib/core/env";
import { type TemplateName, templates } from "../templates";
import { exampleOf, placeholderOf } from "./rules";

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
};

type Options = {
  /** What is a yes or a no: the words of some messages depend on it. */
  flag?: boolean;
  /** Names instead of values, to show where the values go. */
  named?: boolean;
};

/** What a message could be written with: an example, for whoever chooses its words. */
export function samplePayload(template: TemplateName, options: Options = {}): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(templates[template].payload) as Schema;
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, sample(key, schema, options)]));
}

export const payloadKeys = (template: TemplateName): string[] => Object.keys(templates[template].payload.shape);

function sample(key: string, schema: Schema, options: Options): unknown {
  const { flag = true, named = false } = options;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const [one] = schema.anyOf ?? [];
  if (one) return sample(key, one, options);
  switch (schema.type) {
    case "boolean":
      return flag;
    case "integer":
    case "number":
      return 3;
    case "array":
      return schema.items ? [sample(key, schema.items, options)] : [];
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, schema]) => [key, sample(key, schema, options)]),
      );
    default:
      return formatted(schema.format) ?? (named ? placeholderOf(key) : undefined) ?? exampleOf(key) ?? "exemple";
  }
}

const formats: Record<string, string> = {
  uuid: "00000000-0000-4000-8000-000000000000",
  date: "2026-09-30",
  "date-time": "2026-09-30T16:30:00.000Z",
  email: "camille@exemple.fr",
};

const formatted = (format: string | undefined): string | undefined =>
  format === "uri" ? env().appUrl : format && formats[format];
