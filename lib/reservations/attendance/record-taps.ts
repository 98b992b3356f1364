import type { ReservationStatus } from "@/db/schema";
import { describe } from "@/lib/core/action-result";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { TapsInput } from "./input";
import type { Recorded } from "./point-child";
import { recordAttendance } from "./record-attendance";
import { recordDeparture } from "./record-departure";
import { undoAttendance } from "./undo-attendance";

/** What has become of each touch: the state of the child, or why it was refused; either way it need not be sent again. */
export type TapResult = { key: string } & (
  | { ok: true; status: ReservationStatus | null }
  | { ok: false; message: string }
);

/** Writes what a tablet has kept, in the order of the touches; one that is refused does not hold back the others. */
export async function recordTaps(ctx: Context, { taps }: TapsInput): Promise<TapResult[]> {
  authorize(ctx, "attendance:write");

  const results: TapResult[] = [];
  for (const tap of taps.toSorted((a, b) => a.at.localeCompare(b.at))) results.push(await recordTap(ctx, tap));
  return results;
}

async function recordTap(ctx: Context, tap: TapsInput["taps"][number]): Promise<TapResult> {
  const { key } = tap;
  try {
    return { key, ok: true, ...(await record(ctx, tap)) };
  } catch (error) {
    const refusal = describe(error);
    if (!refusal) throw error;
    return { key, ok: false, message: refusal.message };
  }
}

function record(ctx: Context, { state, ...tap }: TapsInput["taps"][number]): Promise<Recorded> {
  if (state === "undone") return undoAttendance(ctx, tap);
  if (state === "left") return recordDeparture(ctx, tap);
  return recordAttendance(ctx, { ...tap, state });
}
