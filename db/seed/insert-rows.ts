import { getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../client";

const ROWS = 5_000;

/**
 * Writes many rows in few statements, in their order, each as one JSON document: a value for each field of each row costs
 * more to build, to send and to read than to store. A field that some rows leave out is null in those.
 */
export async function insertRows<T extends PgTable>(db: Database, table: T, rows: T["$inferInsert"][]): Promise<void> {
  const fields = Object.keys(getTableColumns(table)).filter((field) => rows.some((row) => field in row));
  const columns = sql.join(
    fields.map((field) => sql.identifier(toSnakeCase(field))),
    sql`, `,
  );
  for (let start = 0; start < rows.length; start += ROWS) {
    const documents = rows
      .slice(start, start + ROWS)
      .map((row: Record<string, unknown>) =>
        Object.fromEntries(fields.map((field) => [toSnakeCase(field), row[field]])),
      );
    await db.execute(sql`
      insert into ${table} (${columns})
      select ${columns} from json_populate_recordset(null::${table}, ${JSON.stringify(documents)}::json)`);
  }
}
