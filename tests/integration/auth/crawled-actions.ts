import { readdirSync } from "node:fs";
import type { z } from "zod";
import type { ActionError } from "@/lib/core/action-result";
import type { Context } from "@/lib/core/context";
import type { Row } from "./crawled-town";
import { names, sampleInput } from "./sample-input";

/** An action as it was defined: what it takes, and what it does for whoever asks. */
export type Action = { schema: z.ZodType; run: (ctx: Context, input: unknown) => Promise<unknown> };

const defined = new Map<unknown, Action>();

type Refusal = (error: unknown) => ActionError;
let refusalOf: Refusal | undefined;

type Define = (schema: z.ZodType, run: Action["run"], ...rest: unknown[]) => unknown;

/** A module that defines actions, made to remember what each was made of. */
export function remembering(module: Record<string, unknown>, name: string): Record<string, unknown> {
  const define = module[name] as Define;
  refusalOf ??= module.refusalOf as Refusal | undefined;
  const remember: Define = (schema, run, ...rest) => {
    const action = define(schema, run, ...rest);
    defined.set(action, { schema, run });
    return action;
  };
  return { ...module, [name]: remember };
}

/** Every action of the portal, drawn from the folder itself; undefined where it asks nobody who they are. */
export async function allActions(): Promise<Map<string, Action | undefined>> {
  const actions = new Map<string, Action | undefined>();
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) => /actions\.ts$/.test(name));
  for (const file of files) {
    const module = (await import(`@/lib/${file}`)) as Record<string, unknown>;
    for (const [name, action] of Object.entries(module)) actions.set(name, defined.get(action));
  }
  const named = new Set(actions.values());
  const unnamed = [...defined.values()].filter((action) => !named.has(action));
  for (const [index, action] of unnamed.entries()) actions.set(`unnamed ${index + 1}`, action);
  return actions;
}

export type Outcome = {
  /** The code of a refusal, "done", or "bug" and what was thrown. */
  code: string;
  /** All that the one who asked could read of it. */
  answer: string;
};

class Undone extends Error {}

/** What came of the action, of which nothing is kept; `look` is called before, on what it wrote. */
export async function outcome(
  ctx: Context,
  { run }: Action,
  input: unknown,
  look?: (ctx: Context) => Promise<void>,
): Promise<Outcome> {
  let answer = "";
  const work = ctx.db.transaction(async (db) => {
    await run({ ...ctx, db }, input).then(
      (answered) => {
        answer = JSON.stringify(answered) ?? "";
      },
      (error: unknown) => {
        if (!isRedirect(error)) throw error;
      },
    );
    await look?.({ ...ctx, db });
    throw new Undone();
  });
  return work.then(
    () => ({ code: "done", answer }),
    (error: unknown) => {
      if (error instanceof Undone) return { code: "done", answer };
      const refusal = refusalOf?.(error);
      if (refusal && refusal.code !== "unexpected") return { code: refusal.code, answer: JSON.stringify(refusal) };
      return { code: `bug: ${error} ${error instanceof Error ? error.cause : ""}`, answer };
    },
  );
}

const isRedirect = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");

/** How each action is called: once with every kind of thing as its plain `id`, where it has one. */
export function callsOf({ schema }: Action, things: Row[]): unknown[] {
  const samples = (names(schema, "id") ? things : things.slice(-1)).map((known) => sampleInput(schema, known));
  const taken = samples.flatMap((sample) => {
    const parsed = schema.safeParse(sample);
    return parsed.success ? [parsed.data] : [];
  });
  return taken.length > 0 ? taken : samples.slice(-1);
}

/** What answers a stranger, another family, or an agent without the right. */
export const refusals = new Set(["unauthenticated", "forbidden", "not_found"]);
