import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { type ActionError, type ActionResult, describe, unexpected } from "@/lib/core/action-result";
import type { Context } from "@/lib/core/context";
import { isUnreadable } from "@/lib/core/database-errors";
import { sentenceOf } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { sessionContext } from "./session";

/** Makes a server action of a command: parse, find out who asks, run, and never throw at the browser. */
export function defineAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (ctx: Context, input: z.output<Schema>) => Promise<T>,
) {
  return async (raw: z.input<Schema>): Promise<ActionResult<T>> =>
    answer(schema, raw, async (input) => run(await sessionContext(), input));
}

/** Parses, runs, and turns whatever is thrown into a sentence. */
export async function answer<Schema extends z.ZodType, T>(
  schema: Schema,
  raw: unknown,
  run: (input: z.output<Schema>) => Promise<T>,
): Promise<ActionResult<T>> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return { ok: false, error: invalidInput(parsed.error) };
  try {
    return { ok: true, data: await run(parsed.data) };
  } catch (error) {
    unstable_rethrow(error); // lets redirect() and notFound() through
    return { ok: false, error: refusalOf(error) };
  }
}

/** What a person may read of what was thrown; a bug is logged and answered by a generic sentence. */
export function refusalOf(error: unknown): ActionError {
  const refusal = describe(error);
  if (refusal) return refusal;
  if (isUnreadable(error)) {
    log.warn({ err: error }, "input that the database cannot read");
    return { code: "invalid_input", message: sentenceOf("invalid_input") };
  }
  log.error({ err: error }, "unexpected error");
  return unexpected;
}

function invalidInput(error: z.ZodError): ActionError {
  const fields: Record<string, string[]> = z.flattenError(error).fieldErrors;
  return { code: "invalid_input", message: sentenceOf("invalid_input"), fields };
}
