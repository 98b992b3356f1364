import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import type { CellsInput } from "../input";
import { lockPlaces } from "../lock-places";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import { releasePlaces } from "../release-places";
import type { GridChange } from "../rules";
import { refusalToCancel } from "./rules";

/**
 * Cancels booked places before the deadline: all of them, or none, with a sentence per cell that cannot be
 * (`cancellation_closed`, `service_begun`, `cannot_cancel`). What was paid in advance comes back to the account at once.
 */
export async function cancelReservations(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  const creditedCents = await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    assertPlaces(input, places, { missing: "cannot_cancel", judge: (place) => refusalToCancel(place, ctx.now) });
    await recordGesture(ctx, "reservation.cancelled", input);
    return releasePlaces(ctx, places, { status: "cancelled", reason: "in_time" });
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId), creditedCents };
}
