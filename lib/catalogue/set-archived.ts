import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockRevision, type Revised, type Seen } from "./lock-revision";

/** Takes a row of the catalogue out of every choice, with its trace. Plumbing: the caller has locked and checked it. */
export const archive = (ctx: Context, table: Revised, { id, event }: { id: Seen["id"]; event: string }) =>
  write(ctx, table, { id, event, archivedAt: ctx.now });

/** Offers an archived row again. Plumbing of the commands of this domain, which have authorized. */
export const restore = (ctx: Context, table: Revised, { event, ...seen }: Seen & { event: string }): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, table, seen);
    await write(ctx, table, { id: seen.id, event, archivedAt: null });
  });

type Written = { id: Seen["id"]; event: string; archivedAt: Date | null };

async function write(ctx: Context, table: Revised, { id, event, archivedAt }: Written): Promise<void> {
  await ctx.db.execute(sql`
    update ${sql`${table}`} set archived_at = ${archivedAt?.toISOString() ?? null}::timestamptz, revision = revision + 1
    where id = ${id}`);
  await recordEvent(ctx, { type: event, subjectId: String(id) });
}
