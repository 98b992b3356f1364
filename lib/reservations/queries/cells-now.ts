import { sql } from "drizzle-orm";
import type { Awaiting, ReservationStatus } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { CellsInput } from "../input";
import { wantedCells } from "../lock-places";
import { freeLetter, type GridChange, letterOf } from "../rules";

type Row = {
  childId: string;
  slotId: number;
  date: string;
  closesAt: string | null;
  capacity: number;
  taken: number;
  waiting: number;
  closed: string | null;
  status: ReservationStatus | null;
  awaiting: Awaiting | null;
};

/** What cells have become after a change, day by day: their reservation, or what can be done with them now. */
export async function readCellsNow(ctx: Context, { householdId, cells }: CellsInput): Promise<GridChange["cells"]> {
  authorize(ctx, "reservations:read", { householdId });

  const rows = await ctx.db.execute<Row>(sql`
    select w.child_id as "childId", w.slot_id as "slotId", w.date, o.booking_closes_at as "closesAt", o.capacity, o.taken,
      o.waiting, o.closed_reason as closed, r.status, r.awaiting
    from (${wantedCells(cells)}) as w (child_id, slot_id, date)
    left join slot_occurrences o on o.slot_id = w.slot_id and o.date = w.date
    left join reservations r on r.occurrence_id = o.id and r.child_id = w.child_id and r.household_id = ${householdId}
      and r.status not in ('refused', 'cancelled')
    order by w.date, w.slot_id, w.child_id`);
  const clock = { today: dateOf(ctx.now), now: ctx.now.getTime() };
  return rows.map(({ childId, slotId, date, closesAt, status, awaiting, ...day }) => {
    const letter = status && letterOf(status, awaiting);
    const free = () => (closesAt ? freeLetter({ ...day, date, closesAt: new Date(closesAt).getTime() }, clock) : "#");
    return { childId, slotId, date, code: letter || free() };
  });
}
