import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { composePlan } from "./compose-plan";
import { continuationOf } from "./continuation-of";
import { describePlan } from "./describe-plan";
import { findPattern } from "./find-pattern";
import type { PatternIdInput } from "./input";
import type { PatternPreview } from "./rules";

/** Says what the next month of a typical week would book and cost, and changes nothing. */
export async function previewContinuation(ctx: Context, input: PatternIdInput): Promise<PatternPreview> {
  authorize(ctx, "reservations:write", input);

  return inTransaction(ctx, async (ctx) => {
    const scope = await continuationOf(ctx, await findPattern(ctx, input));
    return describePlan(await composePlan(ctx, scope));
  });
}
