import { and, between, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { slotOccurrences, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertNobodyBooked } from "../calendar/assert-nobody-booked";
import { STOPPED } from "../slots/stop-slots";
import type { CloseDaysInput, DaysInput } from "./input";

const NO_DAY = "Aucun jour n’est ouvert à ces dates.";

/**
 * Closes days of a slot on which nobody is booked, for a reason that families read. Refuses with `still_booked`: closing a
 * day on which children are expected is an act of the planning. Returns how many days closed.
 */
export async function closeDays(
  ctx: Context,
  { slotId, from, to, reason }: CloseDaysInput,
): Promise<{ closed: number }> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const days = await ctx.db
      .select({ id: slotOccurrences.id })
      .from(slotOccurrences)
      .where(
        and(
          eq(slotOccurrences.slotId, slotId),
          between(slotOccurrences.date, from, to),
          isNull(slotOccurrences.closedReason),
        ),
      )
      .orderBy(slotOccurrences.id)
      .for("update");
    const ids = days.map(({ id }) => id);
    if (ids.length === 0) throw new DomainError("not_found", { message: NO_DAY });
    await assertNobodyBooked(ctx, ids);
    await ctx.db.update(slotOccurrences).set({ closedReason: reason }).where(inArray(slotOccurrences.id, ids));
    await recordEvent(ctx, {
      type: "slot.closed",
      subjectId: String(slotId),
      data: { from, to, reason, closed: ids.length },
    });
    return { closed: ids.length };
  });
}

/** Opens again days of a slot that were closed here; those that the planning closed are its own. Refuses with `archived` a slot that is no longer offered. */
export async function reopenDays(ctx: Context, { slotId, from, to }: DaysInput): Promise<{ reopened: number }> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const [slot] = await ctx.db.select({ archivedAt: slots.archivedAt }).from(slots).where(eq(slots.id, slotId));
    if (slot?.archivedAt) throw new DomainError("archived");
    const days = await ctx.db
      .update(slotOccurrences)
      .set({ closedReason: null })
      .where(
        and(
          eq(slotOccurrences.slotId, slotId),
          between(slotOccurrences.date, from, to),
          isNotNull(slotOccurrences.closedReason),
          isNull(slotOccurrences.closureId),
          ne(slotOccurrences.closedReason, STOPPED),
        ),
      )
      .returning({ id: slotOccurrences.id });
    if (days.length === 0) throw new DomainError("not_found", { message: "Aucun jour n’est fermé à ces dates." });
    await recordEvent(ctx, {
      type: "slot.reopened",
      subjectId: String(slotId),
      data: { from, to, reopened: days.length },
    });
    return { reopened: days.length };
  });
}
