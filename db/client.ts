import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

type Schema = typeof schema;

/** The pool, or a transaction on one of its connections: commands do not know which. */
export type Database =
  | PostgresJsDatabase<Schema>
  | PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/** A small pool: past 16 connections one hot row is fought over instead of served. */
const POOL_SIZE = 10;

export function connect(url: string, { max = POOL_SIZE }: { max?: number } = {}) {
  const client = postgres(url, { max, onnotice: () => {}, connection: { TimeZone: "UTC" } });
  preparing(client);
  return { client, db: drizzle(client, { schema, casing: "snake_case" }) };
}

/**
 * Drizzle asks the driver not to prepare its statements. Here the same few are sent thousands of times, and planning
 * them again costs more than running them: every statement is prepared once per connection, whatever Drizzle asks.
 */
function preparing(sql: postgres.Sql | postgres.TransactionSql): void {
  const unsafe = sql.unsafe.bind(sql);
  sql.unsafe = ((query, parameters, options) =>
    unsafe(query, parameters, { ...options, prepare: true })) as typeof unsafe;

  for (const name of ["begin", "savepoint"] as const) {
    if (!(name in sql)) continue;
    const open = Reflect.get(sql, name).bind(sql);
    Reflect.set(sql, name, (work: (inner: postgres.TransactionSql) => unknown) =>
      open((inner: postgres.TransactionSql) => {
        preparing(inner);
        return work(inner);
      }),
    );
  }
}

type Connection = ReturnType<typeof connect>;

const shared = globalThis as { portailConnection?: Connection };

/** The pool of this process, opened on first use; kept on `globalThis` because bundles each hold their own modules. */
export function database(): Connection["db"] {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL manque : lancez le portail par « npm start ».");
  shared.portailConnection ??= connect(url);
  return shared.portailConnection.db;
}
