import { expect } from "vitest";
import * as schema from "@/db/schema";
import { drawRunList } from "@/lib/billing/runs/draw-run-list";
import { setAside } from "@/lib/billing/runs/set-aside";
import { test } from "../../../support/database";
import { aCanteen, anEater, aRun, officer } from "../invoices/bills";

test("keeps aside those that an agent had set aside", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const { household } = await anEater(ctx, canteen);
  await anEater(ctx, canteen, { name: "Benali" });
  const runId = await aRun(ctx, canteen);
  await setAside(await officer(ctx), { runId, householdId: household.id, state: "carried" });
  const [run] = await ctx.db.select().from(schema.billingRuns);

  if (run) await drawRunList(ctx, run);

  const rows = await ctx.db.select().from(schema.billingRunHouseholds).orderBy(schema.billingRunHouseholds.position);
  expect(rows.map(({ state }) => state)).toEqual(["pending", "carried"]);
});
