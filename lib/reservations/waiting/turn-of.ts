import { type SQL, sql } from "drizzle-orm";

/**
 * Whose turn comes first on the waiting list of an activity `a`, before the order of arrival: 0 or 1 (handbook §3.6). At
 * the canteen, to which every pupil has the same right, nobody passes before another.
 */
export const turnOf = (household: SQL): SQL =>
  sql`(a.waiting_order = 'residents' and a.kind <> 'lunch' and ${household}.tariff_category <> 'resident')::int`;
