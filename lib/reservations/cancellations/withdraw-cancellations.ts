import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import type { CellsInput } from "../input";
import { lockPlaces } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import type { GridChange } from "../rules";

/** Takes back requests for cancellation while they wait: booked as before. All or none (`no_cancellation_asked`). */
export async function withdrawCancellations(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    assertPlaces(input, places, {
      missing: "no_cancellation_asked",
      judge: ({ status }) => (status === "cancellation_requested" ? undefined : "no_cancellation_asked"),
    });
    await recordGesture(ctx, "cancellation.withdrawn", input);
    await moveReservations(
      ctx,
      places.map(({ id }) => ({ id })),
      { status: "booked", reason: "cancellation_withdrawn" },
    );
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId) };
}
