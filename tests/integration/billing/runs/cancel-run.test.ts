import { expect } from "vitest";
import * as schema from "@/db/schema";
import { cancelRun } from "@/lib/billing/runs/cancel-run";
import { test } from "../../../support/database";
import { aCanteen, anEater, aRun, officer } from "../invoices/bills";

test("gives up a draft, once, and leaves its trace", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  const agent = await officer(ctx);
  await cancelRun(agent, runId);
  const [run] = await ctx.db.select().from(schema.billingRuns);
  expect(run).toMatchObject({ status: "cancelled", finishedAt: ctx.now });
  await expect(cancelRun(agent, runId)).rejects.toMatchObject({ code: "already_decided" });
  const events = await ctx.db.select().from(schema.auditEvents);
  expect(events.map(({ type }) => type)).toContain("billing-run.cancelled");
});

test("is for who bills", async ({ ctx }) => {
  const runId = await aRun(ctx, await aCanteen(ctx));
  await expect(cancelRun(await officer(ctx, "auditor"), runId)).rejects.toMatchObject({ code: "forbidden" });
});
