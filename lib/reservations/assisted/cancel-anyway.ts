import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import { refusalToCancelAnyway } from "../cancellations/rules";
import type { ReasonedCellsInput } from "../input";
import { lockPlaces } from "../lock-places";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import { releasePlaces } from "../release-places";
import type { GridChange } from "../rules";

/**
 * An agent cancels booked places past the deadline, for a reason that both guardians read: what was paid in advance comes
 * back to the account. All of them or none (`service_begun`, `cannot_cancel`).
 */
export async function cancelAnyway(ctx: Context, input: ReasonedCellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:override", input);

  const creditedCents = await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    assertPlaces(input, places, { missing: "cannot_cancel", judge: (place) => refusalToCancelAnyway(place, ctx.now) });
    await recordGesture(ctx, "reservation.cancelled-anyway", input);
    return releasePlaces(ctx, places, { status: "cancelled", reason: "cancelled_anyway", note: input.note });
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId), creditedCents };
}
