import { eq } from "drizzle-orm";
import { activities, facilities, slotOccurrences, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { schoolDayKind } from "./calendar/rules";
import { type DeadlineCalendar, deadlineOf } from "./deadlines/rules";

type Opening = { slotId: number; dates: readonly CivilDate[]; closedDays?: ReadonlySet<CivilDate> };

/**
 * Opens a slot on dates, with its capacity and the two deadlines of each; a date that is open already stays as it is.
 * Refuses with `invalid_input` dates that the published school calendar does not cover. Returns what it opened.
 */
export async function openSlots(ctx: Context, { slotId, dates, closedDays }: Opening) {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const { zone, ...slot } = await findSlot(ctx, slotId);
    const unknown = dates.filter((date) => schoolDayKind(date, zone) === "unknown");
    if (unknown.length > 0) throw new DomainError("invalid_input", { reason: "calendar_unknown", dates: unknown });
    if (dates.length === 0) return [];

    const calendar: DeadlineCalendar = closedDays ? { zone, closedDays } : { zone };
    const opened = await ctx.db
      .insert(slotOccurrences)
      .values(dates.map((date) => occurrenceOf(slot, date, calendar)))
      .onConflictDoNothing({ target: [slotOccurrences.slotId, slotOccurrences.date] })
      .returning({
        id: slotOccurrences.id,
        date: slotOccurrences.date,
        bookingClosesAt: slotOccurrences.bookingClosesAt,
      });
    await recordEvent(ctx, {
      type: "slot.opened",
      subjectId: String(slotId),
      data: { dates: opened.map(({ date }) => date) },
    });
    return opened;
  });
}

async function findSlot(ctx: Context, slotId: number) {
  const [slot] = await ctx.db
    .select({
      id: slots.id,
      startsAt: slots.startsAt,
      capacity: slots.capacity,
      bookingDeadline: slots.bookingDeadline,
      cancellationDeadline: slots.cancellationDeadline,
      zone: facilities.schoolZone,
    })
    .from(slots)
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(eq(slots.id, slotId));
  if (!slot) throw new DomainError("not_found");
  return slot;
}

type Slot = Omit<Awaited<ReturnType<typeof findSlot>>, "zone">;

const occurrenceOf = (slot: Slot, date: CivilDate, calendar: DeadlineCalendar) => ({
  slotId: slot.id,
  date,
  capacity: slot.capacity,
  bookingClosesAt: deadlineOf(slot.bookingDeadline, { date, startsAt: slot.startsAt }, calendar),
  cancellationClosesAt: deadlineOf(slot.cancellationDeadline, { date, startsAt: slot.startsAt }, calendar),
});
