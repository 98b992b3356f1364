import { inArray } from "drizzle-orm";
import { closures, slotOccurrences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { ClosureInput } from "./input";
import { parseReach } from "./rules";

type Closing = ClosureInput & { occurrenceIds: number[] };

/**
 * Shuts occurrences for a reason, under a closure that can be lifted; returns its id. The caller has freed every place
 * of theirs in the same transaction: the database refuses to shut one that is held.
 */
export async function closeOccurrences(ctx: Context, { occurrenceIds, from, to, reach, reason }: Closing) {
  authorize(ctx, "planning:write");

  const within = parseReach(reach);
  const [closure] = await ctx.db
    .insert(closures)
    .values({
      startsOn: from,
      endsOn: to,
      reason,
      ...(typeof within === "object" && within),
      createdBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      createdAt: ctx.now,
    })
    .returning({ id: closures.id });
  if (!closure) throw new Error("no closure was written");
  await ctx.db
    .update(slotOccurrences)
    .set({ closedReason: reason, closureId: closure.id })
    .where(inArray(slotOccurrences.id, occurrenceIds));
  return closure.id;
}
