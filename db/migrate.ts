import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations as migrateQueue } from "graphile-worker";
import postgres from "postgres";

const migrationsFolder = fileURLToPath(new URL("../drizzle", import.meta.url));

const quiet = new Logger(() => () => undefined);

/** Brings the tables and the queue up to date; servers that start together take turns. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('portail.migrate'))`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    await migrateQueue({ connectionString: url, logger: quiet });
  } finally {
    await sql.end();
  }
}
