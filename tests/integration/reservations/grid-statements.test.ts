import { expect } from "vitest";
import type { connect } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { getMonth } from "@/lib/reservations/queries/month";
import { test } from "../../support/database";
import { aChild, aFamilyAndAnEvening, anOccurrence, enroll } from "../../support/factories";

/** Counts the statements that the pool sends while something is read. */
async function statementsOf(ctx: Context, read: () => Promise<unknown>): Promise<number> {
  const { $client: client } = ctx.db as ReturnType<typeof connect>["db"];
  const { unsafe } = client;
  let statements = 0;
  client.unsafe = ((...query: Parameters<typeof unsafe>) => {
    statements += 1;
    return unsafe(...query);
  }) as typeof unsafe;
  await read();
  client.unsafe = unsafe;
  return statements;
}

test("the grid page asks three statements beside the session, whatever the children and days", async ({
  committed: ctx,
}) => {
  const { household, guardian, activity, slot } = await aFamilyAndAnEvening(ctx);
  const readPage = () =>
    Promise.all([getFamilyShell(guardian, household.id), getMonth(guardian, household.id, "2026-09")]);

  expect(await statementsOf(ctx, readPage)).toBe(3);

  for (const firstName of ["Sohan", "Lisa", "Aya"]) {
    await enroll(ctx, await aChild(ctx, household, { firstName }), activity);
  }
  for (const date of ["2026-09-14", "2026-09-15", "2026-09-17"]) await anOccurrence(ctx, slot, { date });
  expect(await statementsOf(ctx, readPage)).toBe(3);
});
