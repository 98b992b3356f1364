import { type SQL, sql } from "drizzle-orm";

/**
 * The instant at which the service of an occurrence `o` of a slot `s` begins: its civil date and time in Paris, as
 * `beginsAt` says it.
 */
export const serviceBegins: SQL = sql`((o.date + s.starts_at) at time zone 'Europe/Paris')`;
