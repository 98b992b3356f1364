import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../client";

/** PostgreSQL takes 65 535 values in one statement. */
const ROWS = 1_500;

/** Writes many rows in few statements. */
export async function insertRows<T extends PgTable>(db: Database, table: T, rows: PgInsertValue<T>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) {
    await db.insert(table).values(rows.slice(start, start + ROWS));
  }
}
