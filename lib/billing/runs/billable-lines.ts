import { type SQL, sql } from "drizzle-orm";
import type { CivilDate } from "@/lib/core/calendar";

/** Reservations `r` with their occurrence `o`, slot `s`, activity `a`, and `b`, `l`: the line they are on, if any. */
export const billingScope: SQL = sql`reservations r
  join slot_occurrences o on o.id = r.occurrence_id
  join slots s on s.id = o.slot_id
  join activities a on a.id = s.activity_id
  left join billed_reservations b on b.reservation_id = r.id
  left join invoice_lines l on l.id = b.line_id`;

const happened = (today: CivilDate): SQL =>
  sql`(r.status in ('attended', 'absent_charged', 'attended_unbooked') or (r.status = 'booked' and o.date < ${today}))`;

/** A service that was given, or missed without excuse, and is not paid for: what is due is the price less what was paid in advance. */
const isDue = (today: CivilDate): SQL =>
  sql`(a.billing_mode <> 'free' and r.price_cents > r.paid_cents and ${happened(today)})`;

/** Given, in a service that is not free, and priced zero: an agent should look. */
export const isPricedZero = (today: CivilDate): SQL =>
  sql`(a.billing_mode <> 'free' and r.price_cents = 0 and ${happened(today)})`;

/** Billed, and no longer due, or not at that price: to be credited. */
export const isAdjusted = (today: CivilDate): SQL =>
  sql`(b.line_id is not null and (not ${isDue(today)} or l.cents <> r.price_cents - r.paid_cents))`;

/** Due and on no line yet, or on one that is credited first. */
export const isToBill = (today: CivilDate, creditsAdjustments: boolean): SQL =>
  sql`(${isDue(today)} and (b.line_id is null or (${creditsAdjustments} and l.cents <> r.price_cents - r.paid_cents)))`;
