import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { moveReservations } from "../move-reservations";
import type { UndoInput } from "./input";
import {
  assertPointable,
  foundFirst,
  isKnown,
  isOvertaken,
  keepRecord,
  lockPointed,
  lockRoom,
  tappedAt,
} from "./keep-record";
import type { Recorded } from "./point-child";
import { isAway, isThere, undoneStatus } from "./rules";
import { settleLateness } from "./settle-lateness";

/**
 * Takes a pointing back: the reservation is again what the first touch had found; a child added as unexpected is gone.
 * Refuses with `slot_full` when the place of a child pointed away has been given since, with `changed_meanwhile` when an
 * agent has decided otherwise since, with `not_found` where nothing was pointed.
 */
export async function undoAttendance(ctx: Context, input: UndoInput): Promise<Recorded> {
  authorize(ctx, "attendance:write");
  assertPointable(ctx, input);

  return inTransaction(ctx, async (ctx) => {
    const pointed = await lockPointed(ctx, input);
    if (!pointed) throw new DomainError("not_found");
    const { id, status, occurrenceId, householdId } = pointed;
    if (await isKnown(ctx, input.key)) return { status };

    const at = tappedAt(ctx, input.at);
    const found = (await isOvertaken(ctx, input, at)) ? undefined : await foundFirst(ctx, id);
    const back = found && undoneStatus(found);
    // Pointed absent, a cancellation that waits has stayed as it was.
    const next = back === "cancellation_requested" && status === back ? undefined : back;
    if (next && !isThere(status) && !isAway(status)) throw new DomainError("changed_meanwhile");
    const takesPlace = next === "booked" || next === "cancellation_requested";
    if (takesPlace && status !== "attended" && !(await lockRoom(ctx, occurrenceId))) throw new DomainError("slot_full");

    const record = { reservationId: id, key: input.key, state: "undone", at, found: next ? status : null } as const;
    if (!(await keepRecord(ctx, record))) return { status };
    if (next) {
      await moveReservations(ctx, [{ id }], { status: next, reason: "pointing_undone" });
      await settleLateness(ctx, { id, date: input.date, leftAt: null });
    }
    await recordEvent(ctx, {
      type: "attendance.undone",
      subjectId: String(id),
      householdId,
      data: { slotId: input.slotId, date: input.date, at: input.at },
    });
    return { status: next ?? status };
  });
}
