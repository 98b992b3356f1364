import { and, eq, sql } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { CellsInput } from "./input";
import { wantedCells } from "./lock-places";
import { moveReservations } from "./move-reservations";
import { getCartSummary } from "./queries/cart-summary";
import { readCellsNow } from "./queries/cells-now";
import { recordGesture } from "./record-gesture";
import { canBecome, type GridChange } from "./rules";

/**
 * Takes back requests that are neither paid nor approved yet: all of them, or none (`cannot_withdraw`). When all have been
 * given back already, says so: whoever never heard the answer takes them back again.
 */
export async function withdrawRequests(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const requests = await lockRequests(ctx, input);
    const wanted = new Set(input.cells.map(({ childId, slotId, date }) => `${childId} ${slotId} ${date}`));
    if (requests.length === 0 && (await countGivenBack(ctx, input)) === wanted.size) return;
    if (requests.length !== wanted.size || !requests.every(({ status }) => canBecome(status, "cancelled"))) {
      throw new DomainError("cannot_withdraw");
    }

    await recordGesture(ctx, "reservation.withdrawn", input);
    await moveReservations(ctx, requests, { status: "cancelled", reason: "withdrawn" });
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId) };
}

/** Cells where the household had a place and has none any more. */
async function countGivenBack({ db }: Context, { householdId, cells }: CellsInput): Promise<number> {
  const given = await db
    .select({ childId: reservations.childId })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(
      and(
        eq(reservations.householdId, householdId),
        sql`(${reservations.childId}, ${slotOccurrences.slotId}, ${slotOccurrences.date}) in (${wantedCells(cells)})`,
      ),
    )
    .groupBy(reservations.childId, reservations.occurrenceId)
    .having(sql`bool_and(${reservations.status} in ('cancelled', 'refused'))`);
  return given.length;
}

/** Locked in id order; only requests: a booked place is cancelled by its own rules. */
const lockRequests = (ctx: Context, { householdId, cells }: CellsInput) =>
  ctx.db
    .select({ id: reservations.id, status: reservations.status })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(
      and(
        eq(reservations.householdId, householdId),
        eq(reservations.status, "requested"),
        sql`(${reservations.childId}, ${slotOccurrences.slotId}, ${slotOccurrences.date}) in (${wantedCells(cells)})`,
      ),
    )
    .orderBy(reservations.id)
    .for("update", { of: reservations });
