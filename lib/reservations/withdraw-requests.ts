import { and, eq, sql } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { CellsInput } from "./input";
import { moveReservations } from "./move-reservations";
import { getCartSummary } from "./queries/cart-summary";
import { canBecome, type GridChange } from "./rules";

/** Takes back requests that are neither paid nor approved yet: all of them, or none (`cannot_withdraw`). */
export async function withdrawRequests(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const requests = await lockRequests(ctx, input);
    if (requests.length !== input.cells.length || !requests.every(({ status }) => canBecome(status, "cancelled"))) {
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

/** What the cells have become: free again, unless the place was the last or the deadline has passed meanwhile. */
async function freedCells(ctx: Context, { cells }: CellsInput): Promise<GridChange["cells"]> {
  const rows = await ctx.db.execute<{ slotId: number; date: string; code: string }>(sql`
    select o.slot_id as "slotId", o.date,
      case when o.booking_closes_at <= ${ctx.now.toISOString()} then 'x' when o.taken >= o.capacity then 'o' else '.' end as code
    from slot_occurrences o
    where (o.slot_id, o.date) in (select slot_id, date from (${wanted(cells)}) as w (child_id, slot_id, date))`);
  const codes = new Map(rows.map(({ slotId, date, code }) => [`${slotId} ${date}`, code]));
  return cells.map((cell) => ({ ...cell, code: codes.get(`${cell.slotId} ${cell.date}`) ?? "x" }));
}
