import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import type { NotedCellsInput } from "../input";
import { lockPlaces } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import type { GridChange } from "../rules";
import { refusalToAsk } from "./rules";

/**
 * Asks the structure to cancel booked places whose deadline has passed: the seats stay held until it decides. All of
 * them or none (`cancels_in_time`, `service_begun`, `cannot_cancel`).
 */
export async function requestCancellations(ctx: Context, input: NotedCellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    assertPlaces(input, places, { missing: "cannot_cancel", judge: (place) => refusalToAsk(place, ctx.now) });
    const { note } = input;
    await recordGesture(ctx, "cancellation.requested", input);
    const change = { status: "cancellation_requested", reason: "late", note: note || null } as const;
    await moveReservations(
      ctx,
      places.map(({ id }) => ({ id })),
      change,
    );
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId) };
}
