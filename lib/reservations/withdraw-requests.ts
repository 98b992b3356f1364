import { and, eq, sql } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { CellsInput } from "./input";
import { moveReservations } from "./move-reservations";
import { getCartSummary } from "./queries/cart-summary";
import { canBecome, freeLetter, type GridChange } from "./rules";

/** Takes back requests that are neither paid nor approved yet: all of them, or none (`cannot_withdraw`). */
export async function withdrawRequests(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const requests = await lockRequests(ctx, input);
    const wanted = new Set(input.cells.map(({ childId, slotId, date }) => `${childId} ${slotId} ${date}`));
    if (requests.length !== wanted.size || !requests.every(({ status }) => canBecome(status, "cancelled"))) {
      throw new DomainError("cannot_withdraw");
    }

    const ids = requests.map(({ id }) => id);
    await recordEvent(ctx, {
      type: "reservation.withdrawn",
      householdId: input.householdId,
      data: { cells: input.cells },
    });
    await moveReservations(ctx, ids, { status: "cancelled", reason: "withdrawn" });
  });
  return { cells: await freedCells(ctx, input), cart: await getCartSummary(ctx, input.householdId) };
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
        sql`(${reservations.childId}, ${slotOccurrences.slotId}, ${slotOccurrences.date}) in (${wanted(cells)})`,
      ),
    )
    .orderBy(reservations.id)
    .for("update", { of: reservations });

const wanted = (cells: CellsInput["cells"]) => sql`select * from unnest(
  ${sql.param(cells.map(({ childId }) => childId))}::uuid[],
  ${sql.param(cells.map(({ slotId }) => slotId))}::int[],
  ${sql.param(cells.map(({ date }) => date))}::text[]::date[]
)`;

/** What the cells have become: free again, unless the deadline has passed meanwhile or someone was waiting for them. */
async function freedCells({ db, now }: Context, { cells }: CellsInput): Promise<GridChange["cells"]> {
  const days = await db
    .select({
      slotId: slotOccurrences.slotId,
      date: slotOccurrences.date,
      bookingClosesAt: slotOccurrences.bookingClosesAt,
      capacity: slotOccurrences.capacity,
      taken: slotOccurrences.taken,
      closed: slotOccurrences.closedReason,
    })
    .from(slotOccurrences)
    .where(
      sql`(${slotOccurrences.slotId}, ${slotOccurrences.date}) in (select slot_id, date from (${wanted(cells)}) as w (child_id, slot_id, date))`,
    );
  const clock = { today: dateOf(now), now: now.getTime() };
  const codes = new Map(
    days.map(({ bookingClosesAt, ...day }) => [
      `${day.slotId} ${day.date}`,
      freeLetter({ ...day, closesAt: bookingClosesAt.getTime() }, clock),
    ]),
  );
  return cells.map((cell) => ({ ...cell, code: codes.get(`${cell.slotId} ${cell.date}`) ?? "#" }));
}
