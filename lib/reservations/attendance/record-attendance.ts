import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { AttendanceInput } from "./input";
import { assertPointable, lockPointed } from "./keep-record";
import { pointChild, type Recorded } from "./point-child";
import { recordUnexpectedChild } from "./record-unexpected-child";
import { isUnconfirmed } from "./rules";

/**
 * Points a child there or not there. The last touch by its time wins, whichever arrives first; each is kept, and one sent
 * twice counts once. An absence without a word is charged, an excused one stays excused. Who was not booked after all is
 * recorded as unexpected. Refuses with `attendance_too_early` before the day.
 */
export async function recordAttendance(ctx: Context, input: AttendanceInput): Promise<Recorded> {
  authorize(ctx, "attendance:write");
  assertPointable(ctx, input);

  return inTransaction(ctx, async (ctx) => {
    const pointed = await lockPointed(ctx, input);
    if (pointed && !isUnconfirmed(pointed.status)) return pointChild(ctx, input, pointed);
    if (input.state === "present") return recordUnexpectedChild(ctx, input);
    return { status: pointed?.status ?? null };
  });
}
