import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import type { CellsInput } from "../input";
import { lockPlaces, type Place } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import { firstState, type GridChange, holdUntil } from "../rules";

/** Whoever accepts at the last minute must still have the time to pay. */
const SHORTEST_HOLD = 60;

/**
 * Takes the places that the waiting list offers: they then wait for their payment or the structure's approval, or are
 * booked. All or none; refuses with `offer_over` when the offer has ended, or never was.
 */
export async function acceptOffers(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);
  const { householdId } = input;

  await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    const isOffered = ({ awaiting, holdExpiresAt }: Place) =>
      awaiting === "answer" && holdExpiresAt !== null && ctx.now < holdExpiresAt;
    assertPlaces(input, places, {
      missing: "offer_over",
      judge: (place) => (isOffered(place) ? undefined : "offer_over"),
    });
    await recordGesture(ctx, "offer.accepted", input);
    for (const { id, approval, billing, holdMinutes, bookingClosesAt } of places) {
      const next = firstState(approval, billing);
      const holdExpiresAt =
        next.awaiting === "payment"
          ? holdUntil(ctx.now, Math.max(holdMinutes, SHORTEST_HOLD), bookingClosesAt)
          : undefined;
      await moveReservations(ctx, [{ id, holdExpiresAt }], { ...next, reason: "offer_accepted" });
    }
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, householdId) };
}
