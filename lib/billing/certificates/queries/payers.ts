import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

type Asked = { year: number; after?: string | null; limit?: number };

/**
 * The households that may have something to certify for a year, in the order of their ids: those with a child young
 * enough and an account that money went through. Each is then asked what it paid.
 */
export async function listPayers(ctx: Context, { year, after = null, limit }: Asked): Promise<{ id: string }[]> {
  authorize(ctx, "jobs:run");
  return [
    ...(await ctx.db.execute<{ id: string }>(sql`
      select distinct m.household_id as id
      from household_members m
      join persons p on p.id = m.person_id and p.birth_date >= ${`${year - 6}-01-01`}
      where m.role = 'child' and (${after}::uuid is null or m.household_id > ${after}::uuid)
        and exists (select from ledger_entries e where e.household_id = m.household_id)
      order by 1 limit ${limit ?? null}`)),
  ];
}
