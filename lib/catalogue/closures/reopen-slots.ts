import { eq } from "drizzle-orm";
import { closures, slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { ReopeningInput } from "./input";

/**
 * Lifts a closure: its days can be booked again. What was cancelled stays cancelled and credited. Refuses with
 * `already_decided` one that has been lifted. Returns how many slots open again.
 */
export async function reopenSlots(ctx: Context, { closureId }: ReopeningInput): Promise<number> {
  authorize(ctx, "planning:write");

  return inTransaction(ctx, async (ctx) => {
    const [closure] = await ctx.db.select().from(closures).where(eq(closures.id, closureId)).for("update");
    if (!closure) throw new DomainError("not_found");
    if (closure.reopenedAt) throw new DomainError("already_decided");

    await ctx.db
      .update(closures)
      .set({ reopenedAt: ctx.now, reopenedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null })
      .where(eq(closures.id, closureId));
    const reopened = await ctx.db
      .update(slotOccurrences)
      .set({ closedReason: null, closureId: null })
      .where(eq(slotOccurrences.closureId, closureId))
      .returning({ id: slotOccurrences.id });
    await recordEvent(ctx, { type: "slots.reopened", subjectId: closureId, data: { slots: reopened.length } });
    return reopened.length;
  });
}
