import type { z } from "zod";
import type { ActionResult } from "@/lib/core/action-result";
import type { Context } from "@/lib/core/context";
import { answer } from "./define-action";
import { type Origin, requestOrigin } from "./request-origin";
import { visitorContext } from "./session";
import { countTry, type Limit } from "./throttle";

/** The answer to a posted form, with what was typed given back so that nothing is lost. */
type PostedAnswer<T> = ActionResult<T> & { values: Record<string, string> };

type Options = {
  /** The fields to give back when the form is refused: never a password. */
  keep: readonly string[];
  /** How often one network may send this form; left out by commands that count their own tries. */
  limit?: Limit;
};

/**
 * The action of a form that anyone may send, signed in or not. It takes the form itself, so that it works before, or
 * without, any script.
 */
export function definePublicAction<Schema extends z.ZodType, T>(
  schema: Schema,
  { keep, limit }: Options,
  run: (ctx: Context, input: z.output<Schema>, origin: Origin) => Promise<T>,
) {
  return async (_previous: unknown, form: FormData): Promise<PostedAnswer<T>> => {
    const result = await answer(schema, Object.fromEntries(form), async (input) => {
      const [ctx, origin] = [visitorContext(), await requestOrigin()];
      if (limit) await countTry(ctx, limit, origin.network);
      return run(ctx, input, origin);
    });
    const values = Object.fromEntries(keep.map((name) => [name, String(form.get(name) ?? "")]));
    return { ...result, values };
  };
}
