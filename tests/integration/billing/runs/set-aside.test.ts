import { expect } from "vitest";
import * as schema from "@/db/schema";
import { setAside } from "@/lib/billing/runs/set-aside";
import { test } from "../../../support/database";
import { aCanteen, anEater, aRun, officer, setIssuing } from "../invoices/bills";

test("leaves a household for later, takes it back, and only while the run is a draft", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const { household } = await anEater(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  const agent = await officer(ctx);
  const state = async () => (await ctx.db.select().from(schema.billingRunHouseholds))[0]?.state;

  await setAside(agent, { runId, householdId: household.id, state: "carried" });
  expect(await state()).toBe("carried");
  await expect(setAside(agent, { runId, householdId: household.id, state: "carried" })).rejects.toMatchObject({
    code: "already_decided",
  });
  await setAside(agent, { runId, householdId: household.id, state: "pending" });
  expect(await state()).toBe("pending");

  await setIssuing(ctx, runId);
  await expect(setAside(agent, { runId, householdId: household.id, state: "carried" })).rejects.toMatchObject({
    code: "already_decided",
  });
});
