import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { issueRun } from "@/lib/billing/runs/issue-run";
import { resumeRun, startRun } from "@/lib/billing/runs/start-run";
import { test } from "../../../support/database";
import { aCanteen, anEater, aRun, invoicesOf, officer, setIssuing } from "../invoices/bills";

test("starts once, whoever clicks at the same moment", async ({ committed: ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  const agents = [await officer(ctx), await officer(ctx), await officer(ctx)];
  const outcomes = await Promise.allSettled(agents.map((ctx) => startRun(ctx, { runId, expectedTotalCents: 1050 })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "already_decided" } });
  const [run] = await ctx.db.select().from(schema.billingRuns);
  expect(run).toMatchObject({ status: "issuing", startedAt: ctx.now });
});

test("starts nothing when the total is not the one on screen: it shows the new one", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  await anEater(ctx, canteen, { name: "Benali" });
  const agent = await officer(ctx);
  expect(await startRun(agent, { runId, expectedTotalCents: 1050 })).toBe("changed");
  expect(await startRun(agent, { runId, expectedTotalCents: 2100 })).toBe("started");
});

test("refuses a run where nobody owes anything", async ({ ctx }) => {
  const runId = await aRun(ctx, await aCanteen(ctx));
  await expect(startRun(await officer(ctx), { runId, expectedTotalCents: 0 })).rejects.toMatchObject({
    code: "billing_nothing",
  });
});

test("a household that cannot be billed does not stop the others, and is tried again", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const { household } = await anEater(ctx, canteen);
  await anEater(ctx, canteen, { name: "Benali" });
  const runId = await aRun(ctx, canteen);
  await setIssuing(ctx, runId);
  await ctx.db.execute(
    sql`alter table invoices add constraint in_the_way check (household_id <> ${sql.raw(`'${household.id}'`)})`,
  );

  await issueRun(ctx, runId);

  expect(await invoicesOf(ctx, runId)).toMatchObject([{ number: "2609PS00001PNB" }]);
  const [failed] = await ctx.db
    .select()
    .from(schema.billingRunHouseholds)
    .where(eq(schema.billingRunHouseholds.state, "failed"));
  expect(failed).toMatchObject({ householdId: household.id, error: expect.stringContaining("invoices") });

  await ctx.db.execute(sql`set constraints all immediate`);
  await ctx.db.execute(sql`alter table invoices drop constraint in_the_way`);
  await ctx.db.execute(sql`set constraints all deferred`);
  const agent = await officer(ctx);
  await resumeRun(agent, runId);
  await issueRun(ctx, runId);
  expect((await invoicesOf(ctx, runId)).map(({ number }) => number)).toEqual(["2609PS00001PNB", "2609PS00002PNB"]);
  await expect(resumeRun(agent, runId)).rejects.toMatchObject({ code: "already_decided" });
});
