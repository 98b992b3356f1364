import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { households } from "@/db/schema";
import { test } from "../../support/database";

test("a statement is planned once per connection, not each time it is sent", async ({ ctx: { db } }) => {
  for (let time = 0; time < 3; time++) {
    await db.select({ id: households.id }).from(households).where(eq(households.id, crypto.randomUUID()));
  }

  const prepared = await db.execute(sql`
    select (generic_plans + custom_plans)::int as runs from pg_prepared_statements
    where statement = 'select "id" from "households" where "households"."id" = $1'`);
  expect([...prepared]).toEqual([{ runs: 3 }]);
});
