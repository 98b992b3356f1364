import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import { findCandidates } from "../find-candidates";
import type { CellsInput } from "../input";
import { insertRequests } from "../insert-requests";
import { requestToWait } from "../insert-wishes";
import { assertWaitable } from "../judge-candidates";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import type { GridChange } from "../rules";

/**
 * Puts children on the waiting list of full slots, in the order of arrival (handbook §3.6): all of them, or none. Refuses
 * with `place_available` where there is a place, and with whatever would forbid to book.
 */
export async function joinWaitingList(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);
  const { householdId } = input;

  await inTransaction(ctx, async (ctx) => {
    const wishes = assertWaitable(await findCandidates(ctx, input, { hold: true }), ctx.now);
    await recordGesture(ctx, "waiting-list.joined", input);
    await insertRequests(ctx, householdId, wishes.map(requestToWait));
  }).catch((error: unknown) => {
    const twice = violatedConstraint(error) === "reservations_child_occurrence_live_unique";
    throw twice ? new DomainError("already_booked") : error;
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, householdId) };
}
