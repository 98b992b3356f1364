import type { ReservationStatus } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/core/context";
import { moveReservations } from "../move-reservations";
import type { AttendanceInput } from "./input";
import { foundFirst, isKnown, isOvertaken, keepRecord, lockRoom, type Pointed, tappedAt } from "./keep-record";
import { isAway, pointedStatus } from "./rules";
import { settleLateness } from "./settle-lateness";

/** What has become of the child's reservation; null where there is none. */
export type Recorded = { status: ReservationStatus | null };

/** Points a reservation that its caller has locked, once per key: plumbing of the commands beside. */
export const pointChild = async (
  ctx: Context,
  input: AttendanceInput,
  { id, status, ...place }: Pointed,
): Promise<Recorded> => {
  const { key, state, slotId, date } = input;
  if (await isKnown(ctx, key)) return { status };
  const at = tappedAt(ctx, input.at);
  const counts = !(await isOvertaken(ctx, input, at));
  const hasRoom = state === "present" && isAway(status) ? await lockRoom(ctx, place.occurrenceId) : true;
  const pointed = counts ? pointedStatus(status, state, hasRoom) : undefined;
  const next = pointed === "absent_charged" && (await wasAskedBack(ctx, id)) ? "cancellation_requested" : pointed;

  const isNew = await keepRecord(ctx, { reservationId: id, key, state, at, found: next ? status : null });
  if (!isNew) return { status };
  if (next) await moveReservations(ctx, [{ id }], { status: next, reason: "pointed" });
  if (counts) await settleLateness(ctx, { id, date, leftAt: null });
  await recordEvent(ctx, {
    type: "attendance.recorded",
    subjectId: String(id),
    householdId: place.householdId,
    data: { state, slotId, date, at: input.at, counts },
  });
  return { status: next ?? status };
};

/** Pointed present by mistake, of a place whose cancellation waits for an agent: it waits again. */
const wasAskedBack = async (ctx: Context, id: number): Promise<boolean> =>
  (await foundFirst(ctx, id)) === "cancellation_requested";
