import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockRevision, nextRevision } from "../lock-revision";
import { setCapacity } from "../opening/set-capacity";
import type { ChangeSlotInput } from "./input";
import { getScheduledSlot, type ScheduledSlot } from "./queries";
import { rescheduleDays } from "./reschedule-days";
import { settleReferences } from "./settle-references";

/** What a change did to the days that are open already. */
export type SlotChanged = {
  /** Days whose deadlines are others now. */
  rescheduled: number;
  /** Days that keep more places than asked for, because they are taken. */
  keptTaken: number;
};

/**
 * Changes a slot. The days to come follow: their capacity, never below what is taken, and, where hours or rules changed,
 * the deadlines that are not past yet. Who has requested or booked keeps their price.
 */
export async function changeSlot(ctx: Context, input: ChangeSlotInput): Promise<SlotChanged> {
  authorize(ctx, "catalogue:write");

  const { slotId, revision, ...typed } = input;
  return inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, slots, { id: slotId, revision });
    const before = await getScheduledSlot(ctx, slotId);
    const values = { ...typed, tariffId: await settleReferences(ctx, { ...typed, activityId: before.activityId }) };
    await ctx.db
      .update(slots)
      .set({ ...values, revision: nextRevision(slots) })
      .where(eq(slots.id, slotId));

    const { kept } =
      before.capacity === values.capacity
        ? { kept: 0 }
        : await setCapacity(ctx, { slotId, from: dateOf(ctx.now), to: null, capacity: values.capacity });
    const rescheduled = isScheduledAlike(before, values) ? 0 : await rescheduleDays(ctx, slotId);
    await recordEvent(ctx, { type: "slot.changed", subjectId: String(slotId), data: { ...values, rescheduled } });
    return { rescheduled, keptTaken: kept };
  });
}

type Schedule = Pick<ScheduledSlot, "startsAt" | "bookingDeadline" | "cancellationDeadline">;

const isScheduledAlike = (before: Schedule, after: Schedule): boolean =>
  before.startsAt.slice(0, 5) === after.startsAt.slice(0, 5) &&
  isDeepStrictEqual(before.bookingDeadline, after.bookingDeadline) &&
  isDeepStrictEqual(before.cancellationDeadline, after.cancellationDeadline);
