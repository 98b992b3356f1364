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

/** Leaves the waiting list, or declines the place it offers, which passes on to the next. All or none (`not_waiting`). */
export async function leaveWaitingList(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);
  const { householdId } = input;

  await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    assertPlaces(input, places, {
      missing: "not_waiting",
      judge: ({ status, awaiting }) => (status === "waitlisted" || awaiting === "answer" ? undefined : "not_waiting"),
    });
    await recordGesture(ctx, "waiting-list.left", input);
    const those = (status: "waitlisted" | "requested") =>
      places.filter((place) => place.status === status).map(({ id }) => ({ id }));
    await moveReservations(ctx, those("waitlisted"), { status: "cancelled", reason: "left_list" });
    await moveReservations(ctx, those("requested"), { status: "cancelled", reason: "offer_declined" });
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, householdId) };
}
