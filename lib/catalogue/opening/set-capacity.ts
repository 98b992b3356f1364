import { and, between, eq, gte, sql } from "drizzle-orm";
import { slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { CapacityInput } from "./input";

/** `kept`: days that keep the places taken, because there are more of them than the capacity asked for. */
export type CapacitySet = { changed: number; kept: number };

/** Sets the places of the days of a slot, never below those that are taken. Refuses with `not_found` when there are none. */
export async function setCapacity(ctx: Context, { slotId, from, to, capacity }: CapacityInput): Promise<CapacitySet> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const days = await ctx.db
      .update(slotOccurrences)
      .set({ capacity: sql`greatest(${capacity}, ${slotOccurrences.taken})` })
      .where(
        and(
          eq(slotOccurrences.slotId, slotId),
          to === null ? gte(slotOccurrences.date, from) : between(slotOccurrences.date, from, to),
        ),
      )
      .returning({ capacity: slotOccurrences.capacity });
    if (days.length === 0 && to !== null)
      throw new DomainError("not_found", { message: "Aucun jour n’est ouvert à ces dates." });
    const kept = days.filter((day) => day.capacity > capacity).length;
    await recordEvent(ctx, {
      type: "slot.capacity-set",
      subjectId: String(slotId),
      data: { from, to, capacity, changed: days.length, kept },
    });
    return { changed: days.length, kept };
  });
}
