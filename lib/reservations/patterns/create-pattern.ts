import { patterns } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { bookPlan } from "./book-plan";
import type { CreatePatternInput } from "./input";
import type { BookedPattern } from "./rules";

/**
 * Books a typical week over some time, for one or several children, as its preview said: all of it or nothing. Refuses with
 * `pattern_changed` and the new preview when something moved since, with `pattern_empty` when there is nothing to book.
 */
export async function createPattern(ctx: Context, input: CreatePatternInput): Promise<BookedPattern> {
  authorize(ctx, "reservations:write", input);

  const { householdId, plan, from, to } = input;
  return bookPlan(ctx, householdId, {
    ...input,
    scopeOf: async () => input,
    async keep(ctx, { bookedThrough }, counts) {
      const createdBy = "accountId" in ctx.actor ? ctx.actor.accountId : null;
      const values = { householdId, plan, firstDay: from, lastDay: to, bookedThrough, createdBy, createdAt: ctx.now };
      const [kept] = await ctx.db.insert(patterns).values(values).returning({ id: patterns.id });
      if (!kept) throw new Error("no pattern was written");
      await recordEvent(ctx, {
        type: "pattern.booked",
        householdId,
        subjectId: kept.id,
        data: { from, to, ...counts },
      });
      return kept.id;
    },
  });
}
