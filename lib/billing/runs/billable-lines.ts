import { type SQL, sql } from "drizzle-orm";
import type { CivilDate } from "@/lib/core/calendar";

/** What a late departure adds to the price of the reservation `r`. */
const late = sql`coalesce((r.pricing->>'latePickupCents')::int, 0)`;
/** How much of it is on the line of the place: lines of before it had one of its own. */
const included = sql`coalesce((
  select least(${late}, coalesce((old.pricing->>'latePickupCents')::int, 0)) from billed_reservations was
  join invoice_lines old on old.id = was.line_id where was.reservation_id = r.id and was.part = 'place'
), 0)`;

/**
 * Reservations `r` with their occurrence `o`, slot `s`, activity `a`; each of their parts `part`, the place and a late
 * departure, with what is due of it beyond what was paid in advance (`part.cents`; the price less what was paid, taken
 * together); and `b`, `l`: the line that the part is on, if any.
 */
export const billingScope: SQL = sql`reservations r
  join slot_occurrences o on o.id = r.occurrence_id
  join slots s on s.id = o.slot_id
  join activities a on a.id = s.activity_id
  cross join lateral (
    select case when ${late} = 0 then 0 else ${late} - ${included} end as cents offset 0
  ) apart
  cross join lateral (values
    ('place'::invoice_line_part, r.price_cents - r.paid_cents - apart.cents, r.price_cents - apart.cents),
    ('late_pickup'::invoice_line_part, apart.cents, apart.cents)
  ) part (name, cents, price_cents)
  left join billed_reservations b on b.reservation_id = r.id and b.part = part.name
  left join invoice_lines l on l.id = b.line_id`;

const happened = (today: CivilDate): SQL =>
  sql`(r.status in ('attended', 'absent_charged', 'attended_unbooked') or (r.status = 'booked' and o.date < ${today}))`;

/** A service that was given, or missed without excuse, and is not paid for. */
const isDue = (today: CivilDate): SQL => sql`(a.billing_mode <> 'free' and part.cents > 0 and ${happened(today)})`;

/** Given, in a service that is not free, and priced zero: an agent should look. */
export const isPricedZero = (today: CivilDate): SQL =>
  sql`(part.name = 'place' and a.billing_mode <> 'free' and r.price_cents = 0 and ${happened(today)})`;

/** Billed, and no longer due, or not at that price: to be credited. */
export const isAdjusted = (today: CivilDate): SQL =>
  sql`(b.line_id is not null and (not ${isDue(today)} or l.cents <> part.cents))`;

/** Due and on no line yet, or on one that is credited first. */
export const isToBill = (today: CivilDate, creditsAdjustments: boolean): SQL =>
  sql`(${isDue(today)} and (b.line_id is null or (${creditsAdjustments} and l.cents <> part.cents)))`;
