import type { z } from "zod";
import type { ActionResult } from "@/lib/core/action-result";
import type { Context } from "@/lib/core/context";
import { answer } from "./define-action";
import { sessionContext } from "./session";

type Options = {
  /** The fields that may be there several times: files, ticked boxes. */
  lists?: readonly string[];
};

/** The action of a private form that the browser itself can post: it takes the form, so it works without any script. */
export function definePostedAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (ctx: Context, input: z.output<Schema>) => Promise<T>,
  { lists = [] }: Options = {},
) {
  return async (_previous: unknown, form: FormData): Promise<ActionResult<T>> => {
    const many = Object.fromEntries(lists.map((name) => [name, form.getAll(name)]));
    return answer(schema, { ...Object.fromEntries(form), ...many }, async (input) =>
      run(await sessionContext(), input),
    );
  };
}
