import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { PgTransaction } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
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
  return { client, db: drizzle(client, { schema, casing: "snake_case" }) };
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
