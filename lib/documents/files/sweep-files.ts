import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { retention } from "../rules";
import { fileStorage, listStorageKeys } from "./file-storage";
import { dropFile } from "./keep-file";
import { isSealed, sealFile } from "./seal-file";

const BATCH = 500;
const HOUR = 3_600_000;

/** Destroys the files that no row of any table names, and seals those kept before files were sealed. */
export async function sweepFiles(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");

  const keys = await listStorageKeys();
  for (let start = 0; start < keys.length; start += BATCH) {
    const batch = keys.slice(start, start + BATCH);
    const named = await namedAmong(ctx, batch);
    for (const key of batch) {
      if (named.has(key)) await sealIfPlain(key);
      else if (await isOld(ctx, key)) await dropFile(key);
    }
  }
}

/** Asked of every table that has a column of these names, so that none can be forgotten. */
async function namedAmong({ db }: Context, keys: string[]): Promise<Set<string>> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('storage_key', 'logo_key')`);
  const reads = columns.map(({ table, column }) => {
    const name = sql.identifier(column);
    return sql`select ${name} as key from ${sql.identifier(table)} where ${name} = any(${sql.param(keys)}::text[])`;
  });
  const rows = await db.execute<{ key: string }>(sql.join(reads, sql` union all `));
  return new Set(rows.map(({ key }) => key));
}

/** A file is kept a moment before its row is written: young ones are left alone. */
async function isOld({ now }: Context, key: string): Promise<boolean> {
  const { lastModified } = await fileStorage().getMetaData(key);
  return now.getTime() - lastModified.getTime() > retention.orphanHours * HOUR;
}

async function sealIfPlain(key: string): Promise<void> {
  for await (const first of await fileStorage().getStream(key)) {
    if (isSealed(first as Uint8Array)) return;
    break;
  }
  const plain = await fileStorage().getBytes(key);
  // Beside it first: cut off in the middle, the plain one is still whole.
  await fileStorage().put(`${key}.sealed`, sealFile(key, plain));
  await fileStorage().move(`${key}.sealed`, key);
  log.info({ key }, "a file kept in the clear was sealed");
}
