import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError, type ErrorCode } from "@/lib/core/errors";
import { findCandidates } from "./find-candidates";
import type { CellsInput } from "./input";
import { insertRequests } from "./insert-requests";
import { assertBookable } from "./judge-candidates";
import { getCartSummary } from "./queries/cart-summary";
import { firstState, type GridChange, holdUntil, letterOf } from "./rules";

/** What the database refuses when someone else was faster: the last word on places and on double bookings. */
const races: Record<string, ErrorCode> = {
  slot_occurrences_capacity_check: "slot_full",
  slot_occurrences_closed_check: "slot_closed",
  reservations_child_occurrence_live_unique: "already_booked",
};

/**
 * Requests several slots for the children of a household: all of them, or none. Refuses with the reason itself when one
 * cell was asked for, with `requests_refused` and `details.refusals` (a sentence per refused cell) when several were.
 */
export async function requestSlots(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  const cells = await book(ctx, input).catch(async (error: unknown) => {
    const code = races[violatedConstraint(error) ?? ""];
    if (!code) throw error;
    assertBookable(await findCandidates(ctx, input), ctx.now);
    throw new DomainError(code); // who was faster has given the place back since
  });
  return { cells, cart: await getCartSummary(ctx, input.householdId) };
}

const book = (ctx: Context, input: CellsInput) =>
  inTransaction(ctx, async (ctx) => {
    const wishes = assertBookable(await findCandidates(ctx, input), ctx.now);
    const { householdId } = input;
    const requests = wishes.map(({ childId, occurrence, approval, billing, holdMinutes, price }) => {
      const first = firstState(approval, billing);
      return {
        ...first,
        childId,
        occurrenceId: occurrence.id,
        holdExpiresAt: first.awaiting === "payment" ? holdUntil(ctx.now, holdMinutes, occurrence.closesAt) : null,
        priceCents: price.cents,
        pricing: price.trace,
      };
    });
    await Promise.all([
      recordEvent(ctx, { type: "reservation.requested", householdId, data: { cells: input.cells } }),
      insertRequests(ctx, householdId, requests),
    ]);

    return wishes.map(({ childId, slotId, date, approval, billing }) => {
      const { status, awaiting } = firstState(approval, billing);
      return { childId, slotId, date, code: letterOf(status, awaiting) };
    });
  });
