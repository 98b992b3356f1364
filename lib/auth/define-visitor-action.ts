import type { z } from "zod";
import type { ActionResult } from "@/lib/core/action-result";
import type { Context } from "@/lib/core/context";
import { answer } from "./define-action";
import { type Origin, requestOrigin } from "./request-origin";
import { visitorContext } from "./session";
import { countTry, type Limit } from "./throttle";

/** The action of a public form that a script sends as it goes: parsed, counted by network, run as a visitor. */
export function defineVisitorAction<Schema extends z.ZodType, T>(
  schema: Schema,
  limit: Limit,
  run: (ctx: Context, input: z.output<Schema>, origin: Origin) => Promise<T>,
) {
  return async (raw: z.input<Schema>): Promise<ActionResult<T>> =>
    answer(schema, raw, async (input) => {
      const [ctx, origin] = [visitorContext(), await requestOrigin()];
      await countTry(ctx, limit, origin.network);
      return run(ctx, input, origin);
    });
}
