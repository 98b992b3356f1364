import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { accounts, householdMembers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { loadTownIfEmpty } from "@/scripts/prepare-database";
import { cloneDatabase, named } from "../../support/clone-database";

export type Row = Record<string, unknown>;

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * What inputs may call a family's things: one of each, under the name of its table in the singular and of the last word
 * of that name ("contact_threads": `contactThreadId`, `threadId`); and each in turn as plain `id`.
 */
export async function thingsOf(ctx: Context, householdId: string): Promise<Row[]> {
  const [child] = await ctx.db.execute<{ id: string }>(sql`
    select person_id as id from household_members where household_id = ${householdId} and role = 'child' order by rank`);
  const [booked] = await ctx.db.execute<{ id: number; slotId: number; date: string }>(sql`
    select r.id, o.slot_id as "slotId", o.date::text from reservations r
    join slot_occurrences o on o.id = r.occurrence_id where r.household_id = ${householdId} order by o.date desc`);
  const holders = await ctx.db.execute<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.columns i on i.table_schema = c.table_schema and i.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name in ('household_id', 'child_id') and i.column_name = 'id'
    order by c.column_name desc, c.table_name`);
  const found: [string, unknown][] = [];
  for (const { table, column } of holders) {
    const [row] = await ctx.db.execute<{ id: unknown }>(sql`
      select id from ${sql.identifier(table)}
      where ${sql.identifier(column)} = ${column === "child_id" ? child?.id : householdId} limit 1`);
    if (row) found.push([table, row.id]);
  }
  const named = found.flatMap(([table, id]) => {
    const words = table.replace(/s$/, "").split("_");
    return [camel(words.join("_")), words.at(-1) ?? ""].map((name) => [`${name}Id`, id]);
  });
  const known = {
    ...Object.fromEntries(named),
    householdId,
    childId: child?.id,
    personId: child?.id,
    slotId: booked?.slotId,
    date: booked?.date,
    reservationId: Number(booked?.id),
    file: new File(["un"], "un.txt"),
    files: [new File(["un"], "un.txt")],
  };
  return [...found.map(([, id]) => id), child?.id, householdId].map((id) => ({ ...known, id }));
}

export async function guardianOf({ db }: Context, email: string) {
  const [guardian] = await db
    .select({ accountId: accounts.id, personId: householdMembers.personId, householdId: householdMembers.householdId })
    .from(accounts)
    .innerJoin(householdMembers, eq(householdMembers.personId, accounts.personId))
    .where(eq(accounts.email, email));
  if (!guardian) throw new Error(`the town has no ${email}`);
  return guardian;
}

/** The demonstration town on a database of its own: something of everything a family can have. The first to come loads it. */
export async function aTown(templateUrl: string): Promise<string> {
  const loading = postgres(named(templateUrl, "postgres"), { max: 1 });
  try {
    await loading`select pg_advisory_lock(hashtext('crawled_town'))`;
    const url = await cloneDatabase(templateUrl, "crawled_town");
    await loadTownIfEmpty(url, new Date());
    return url;
  } finally {
    await loading.end();
  }
}

/** The tables that this transaction wrote to. */
export const writtenTables = async ({ db }: Context): Promise<string[]> =>
  (
    await db.execute<{ name: string }>(sql`
      select relname as name from pg_stat_xact_user_tables
      where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0`)
  ).map(({ name }) => name);

/** The rows that this transaction wrote and that name one of the marks, by table. */
export async function markedRows(ctx: Context, marks: string[]): Promise<string[]> {
  const tables = await writtenTables(ctx);
  if (tables.length === 0) return [];
  const found = await ctx.db.execute<{ name: string }>(
    sql.join(
      tables.map(
        (name) => sql`select ${name} as name from ${sql.identifier(name)} t
          where xmin::text::bigint >= pg_current_xact_id()::text::bigint
            and t::text ~ ${marks.join("|")}`,
      ),
      sql` union `,
    ),
  );
  return found.map(({ name }) => name);
}
