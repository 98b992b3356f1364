import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { composePlan } from "./compose-plan";
import { describePlan } from "./describe-plan";
import type { PatternInput } from "./input";
import type { PatternPreview } from "./rules";

/** Says what a typical week would book over some time, cost, and be refused, and changes nothing (complaints 11). */
export async function previewPattern(ctx: Context, input: PatternInput): Promise<PatternPreview> {
  authorize(ctx, "reservations:write", input);

  return describePlan(await composePlan(ctx, input));
}
