import { eq } from "drizzle-orm";
import { slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PlannedAdultsInput } from "./input";

/** Says how many adults will be there on a slot of a day, to compare with what the law asks for (handbook §3.5). */
export async function planAdults(ctx: Context, { occurrenceId, adults }: PlannedAdultsInput): Promise<void> {
  authorize(ctx, "planning:write");

  await inTransaction(ctx, async (ctx) => {
    const plannedAdults = adults === "" ? null : Number(adults);
    const [planned] = await ctx.db
      .update(slotOccurrences)
      .set({ plannedAdults })
      .where(eq(slotOccurrences.id, occurrenceId))
      .returning({ slotId: slotOccurrences.slotId, date: slotOccurrences.date });
    if (!planned) throw new DomainError("not_found");
    await recordEvent(ctx, {
      type: "adults.planned",
      subjectId: String(occurrenceId),
      data: { ...planned, plannedAdults },
    });
  });
}
