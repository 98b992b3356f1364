import { slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { schoolDayKind } from "./calendar/rules";
import { closeOpened } from "./closures/close-opened";
import { type DeadlineCalendar, deadlineOf } from "./deadlines/rules";
import { getScheduledSlot, type ScheduledSlot } from "./slots/queries";

type Opening = { slotId: number; dates: readonly CivilDate[] };

/**
 * Opens a slot on dates, with its capacity and the two deadlines of each; a date that is open already stays as it is.
 * What a closure in force reaches opens closed. Refuses with `archived` a slot that is no longer offered, with `invalid_input` dates that no school calendar covers or
 * on which the structure is closed. Returns what it opened.
 */
export async function openSlots(ctx: Context, { slotId, dates }: Opening) {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const slot = await getScheduledSlot(ctx, slotId);
    const { calendar } = slot;
    if (slot.archivedAt) throw new DomainError("archived");
    const unknown = dates.filter((date) => schoolDayKind(date, calendar.zone, calendar) === "unknown");
    if (unknown.length > 0) throw new DomainError("invalid_input", { reason: "calendar_unknown", dates: unknown });
    const closed = dates.filter((date) => calendar.closedDays?.has(date));
    if (closed.length > 0) throw new DomainError("invalid_input", { reason: "facility_closed", dates: closed });
    if (dates.length === 0) return [];

    const opened = await ctx.db
      .insert(slotOccurrences)
      .values(dates.map((date) => occurrenceOf(slot, date, calendar)))
      .onConflictDoNothing({ target: [slotOccurrences.slotId, slotOccurrences.date] })
      .returning({
        id: slotOccurrences.id,
        date: slotOccurrences.date,
        bookingClosesAt: slotOccurrences.bookingClosesAt,
      });
    await closeOpened(ctx, { slotId, dates: opened.map(({ date }) => date) });
    await recordEvent(ctx, {
      type: "slot.opened",
      subjectId: String(slotId),
      data: { dates: opened.map(({ date }) => date) },
    });
    return opened;
  });
}

const occurrenceOf = (slot: ScheduledSlot, date: CivilDate, calendar: DeadlineCalendar) => ({
  slotId: slot.id,
  date,
  capacity: slot.capacity,
  bookingClosesAt: deadlineOf(slot.bookingDeadline, { date, startsAt: slot.startsAt }, calendar),
  cancellationClosesAt: deadlineOf(slot.cancellationDeadline, { date, startsAt: slot.startsAt }, calendar),
});
