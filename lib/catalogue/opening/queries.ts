import { and, asc, eq, gte } from "drizzle-orm";
import { slotOccurrences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf, firstDayOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

export type OpenDay = Awaited<ReturnType<typeof listDays>>[number];

/** The days of a slot from the first of this month on, open and closed. */
export async function listDays(ctx: Context, slotId: number) {
  authorize(ctx, "catalogue:write");
  return ctx.db
    .select({
      date: slotOccurrences.date,
      capacity: slotOccurrences.capacity,
      taken: slotOccurrences.taken,
      closedReason: slotOccurrences.closedReason,
    })
    .from(slotOccurrences)
    .where(and(eq(slotOccurrences.slotId, slotId), gte(slotOccurrences.date, firstDayOf(monthOf(dateOf(ctx.now))))))
    .orderBy(asc(slotOccurrences.date));
}
