import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import { lockPlaces } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import type { GridChange } from "../rules";
import type { RequestCancellationsInput } from "./input";
import { refusalToAsk } from "./rules";

/**
 * Asks the structure to cancel booked places whose deadline has passed: the seats stay held until it decides. All of
 * them or none (`cancels_in_time`, `service_begun`, `cannot_cancel`).
 */
export async function requestCancellations(ctx: Context, input: RequestCancellationsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    assertPlaces(input, places, { missing: "cannot_cancel", judge: (place) => refusalToAsk(place, ctx.now) });
    const { householdId, cells, note } = input;
    await recordEvent(ctx, { type: "cancellation.requested", householdId, data: { cells } });
    const change = { status: "cancellation_requested", reason: "late", note: note || null } as const;
    await moveReservations(
      ctx,
      places.map(({ id }) => ({ id })),
      change,
    );
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId) };
}
