import { sql } from "drizzle-orm";
import type { Awaiting, ReservationStatus, TariffCategory } from "@/db/schema";
import { windowsBetween } from "@/lib/catalogue/windows/queries";
import { type BookingWindow, endOfBooking, timesOn } from "@/lib/catalogue/windows/rules";
import { authorize, isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { CellsInput } from "../input";
import { wantedCells } from "../lock-places";
import { freeLetter, type GridChange, letterOf } from "../rules";
import { clockOf } from "./clock-of";

type Row = {
  childId: string;
  slotId: number;
  date: string;
  startsAt: string;
  closesAt: string | null;
  windows: BookingWindow[];
  category: TariffCategory;
  late: boolean;
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
    select w.child_id as "childId", w.slot_id as "slotId", w.date, s.starts_at as "startsAt",
      o.booking_closes_at as "closesAt", ${windowsBetween(sql`w.date`, sql`w.date`)} as windows,
      h.tariff_category as category, a.late_requests as late, o.capacity, o.taken, o.waiting, o.closed_reason as closed,
      r.status, r.awaiting
    from (${wantedCells(cells)}) as w (child_id, slot_id, date)
    join slots s on s.id = w.slot_id
    join activities a on a.id = s.activity_id
    join households h on h.id = ${householdId}
    left join slot_occurrences o on o.slot_id = w.slot_id and o.date = w.date
    left join reservations r on r.occurrence_id = o.id and r.child_id = w.child_id and r.household_id = ${householdId}
      and r.status not in ('refused', 'cancelled')
    order by w.date, w.slot_id, w.child_id`);
  const clock = clockOf(ctx.now);
  const isExempt = isAllowed(ctx.actor, "reservations:override", { householdId });
  return rows.map(({ status, awaiting, ...day }) => {
    const { childId, slotId, date } = day;
    const letter = status && letterOf(status, awaiting);
    const free = freeDayOf({ ...day, late: day.late || isExempt });
    return { childId, slotId, date, code: letter || (free ? freeLetter(free, clock) : "#") };
  });
}

function freeDayOf({ closesAt, windows, category, ...day }: Omit<Row, "status" | "awaiting">) {
  if (!closesAt) return undefined;
  const times = timesOn(windows, day.date, category);
  return { ...day, opensAt: times.opensAt, closesAt: endOfBooking(new Date(closesAt).getTime(), times) };
}
