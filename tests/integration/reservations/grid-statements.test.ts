import { expect } from "vitest";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { getMonth } from "@/lib/reservations/queries/month";
import { test } from "../../support/database";
import { aChild, aFamilyAndAnEvening, anOccurrence, enroll } from "../../support/factories";
import { statementsOf } from "../../support/statements";

test("the grid page asks three statements beside the session, whatever the children and days", async ({
  committed: ctx,
}) => {
  const { household, guardian, activity, slot } = await aFamilyAndAnEvening(ctx);
  const readPage = () =>
    Promise.all([getFamilyShell(guardian, household.id), getMonth(guardian, household.id, "2026-09")]);

  expect(await statementsOf(ctx, readPage)).toHaveLength(3);

  for (const firstName of ["Sohan", "Lisa", "Aya"]) {
    await enroll(ctx, await aChild(ctx, household, { firstName }), activity);
  }
  for (const date of ["2026-09-14", "2026-09-15", "2026-09-17"]) await anOccurrence(ctx, slot, { date });
  expect(await statementsOf(ctx, readPage)).toHaveLength(3);
});
