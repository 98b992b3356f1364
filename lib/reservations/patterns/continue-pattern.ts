import { eq } from "drizzle-orm";
import { patterns } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { bookPlan } from "./book-plan";
import { continuationOf } from "./continuation-of";
import { findPattern } from "./find-pattern";
import type { ContinuePatternInput } from "./input";
import type { BookedPattern } from "./rules";

/**
 * Books the next month of a typical week whose places are paid month after month, or the days that have been opened since:
 * as its preview said, or nothing (`pattern_changed`, `pattern_empty`). What was given up meanwhile is not asked for again.
 */
export async function continuePattern(ctx: Context, input: ContinuePatternInput): Promise<BookedPattern> {
  authorize(ctx, "reservations:write", input);
  const { householdId, patternId } = input;

  return bookPlan(ctx, householdId, {
    ...input,
    scopeOf: async (ctx) => continuationOf(ctx, await findPattern(ctx, input)),
    async keep(ctx, { bookedThrough }, counts) {
      await ctx.db.update(patterns).set({ bookedThrough }).where(eq(patterns.id, patternId));
      await recordEvent(ctx, { type: "pattern.continued", householdId, subjectId: patternId, data: counts });
      return patternId;
    },
  });
}
