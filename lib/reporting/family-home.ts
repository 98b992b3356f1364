import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { addDays, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { dayInWords } from "@/lib/core/format-date";
import { readCells } from "@/lib/reservations/queries/cells";
import { readGrid } from "@/lib/reservations/queries/grid";
import type { CellCode } from "@/lib/reservations/rules";

/** How far ahead the home page looks for the next days that open. */
const HORIZON_DAYS = 21;
const SHOWN_DAYS = 5;

/** What a family comes for, in one look: the next deadline, the credit, the last receipt, the days to come. */
export async function getFamilyHome(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const today = dateOf(ctx.now);
  const [facts, [money]] = await Promise.all([
    readGrid(ctx, householdId, today, addDays(today, HORIZON_DAYS)),
    ctx.db.execute<{ creditCents: number; lastReceiptAt: string | null; toPay: string[] }>(sql`
      select
        coalesce((select -sum(amount_cents) from ledger_entries where account = 'household' and household_id = ${householdId}), 0)::int as "creditCents",
        (select max(issued_at) from receipts where household_id = ${householdId}) as "lastReceiptAt",
        array(
          select distinct p.first_name from reservations r join persons p on p.id = r.child_id
          where r.household_id = ${householdId} and r.awaiting = 'payment' and r.hold_expires_at > ${ctx.now.toISOString()}
          order by 1
        ) as "toPay"`),
  ]);

  const { letters } = readCells(facts, ctx.now);
  const { slots, household } = facts;
  const days = [...new Set(slots.flatMap(({ dates }) => dates))].sort().slice(0, SHOWN_DAYS);
  return {
    nextDeadline: nextDeadline(slots, ctx.now),
    creditCents: money?.creditCents ?? 0,
    lastReceiptOn: money?.lastReceiptAt ? dateOf(new Date(money.lastReceiptAt)) : null,
    toPay: money?.toPay ?? [],
    week: {
      days,
      children: household.children.map((child) => ({
        firstName: child.firstName,
        rank: child.rank,
        days: days.map((date) =>
          slots.flatMap((slot) => {
            const code = letters(child, slot, [date]);
            return isBooking(code) ? [{ label: slot.label, code }] : [];
          }),
        ),
      })),
    },
  };
}

/** Letters that say that something is booked or asked for. */
const isBooking = (code: string): code is CellCode => "RAPVLNFET".includes(code);

type Slots = Awaited<ReturnType<typeof readGrid>>["slots"];

/** The first end of booking to come, and of what: "Repas du lundi 14 septembre". */
function nextDeadline(slots: Slots, now: Date) {
  const nowMinutes = now.getTime() / 60_000;
  const ahead = slots.flatMap(({ label, dates, closes, closed }) =>
    dates.flatMap((date, index) => {
      const minutes = closes[index] ?? 0;
      return minutes > nowMinutes && closed[index] === null ? [{ minutes, label, date }] : [];
    }),
  );
  const [next] = ahead.sort((a, b) => a.minutes - b.minutes);
  return next && { closesAt: new Date(next.minutes * 60_000), label: `${next.label} du ${dayInWords(next.date)}` };
}
