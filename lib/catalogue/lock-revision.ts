import { type SQL, sql } from "drizzle-orm";
import type { activities, facilities, revenueOffices, slots, tariffs } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

export type Revised = typeof activities | typeof facilities | typeof revenueOffices | typeof slots | typeof tariffs;
export type Seen = { id: string | number; revision: number };

/**
 * Locks a row of the catalogue and makes sure that it still is what the agent saw: `not_found`, or `changed_meanwhile`.
 * Plumbing of the commands of this domain, which have authorized.
 */
export function lockRevision(ctx: Context, table: Revised, seen: Seen): Promise<{ archived: boolean }> {
  return lock(ctx, sql`${table}`, seen);
}

async function lock({ db }: Context, table: SQL, { id, revision }: Seen) {
  const [row] = await db.execute<{ revision: number; archived: boolean }>(
    sql`select revision, archived_at is not null as archived from ${table} where id = ${id} for update`,
  );
  if (!row) throw new DomainError("not_found");
  if (row.revision !== revision) throw new DomainError("changed_meanwhile");
  return row;
}

/** One change more. */
export const nextRevision = (table: Revised) => sql<number>`${table.revision} + 1`;
