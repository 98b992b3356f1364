import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as schema from "@/db/schema";
import { prepareRun, refreshRun } from "@/lib/billing/runs/prepare-run";
import { getRun, listUnbilledPeriods } from "@/lib/billing/runs/queries";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { aRevenueOffice } from "../../../support/factories";
import { aCanteen, anEater, aRun, eat, issued, officer, september } from "../invoices/bills";

const listOf = ({ db }: Context, runId: string) =>
  db
    .select()
    .from(schema.billingRunHouseholds)
    .where(eq(schema.billingRunHouseholds.runId, runId))
    .orderBy(schema.billingRunHouseholds.position);

test("lists what each household owes, by name, and issues nothing", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const { household } = await anEater(ctx, canteen);
  await anEater(ctx, canteen, { name: "Benali", priceCents: 600 });
  await anEater(ctx, canteen, { name: "Excusé", status: "absent_excused" });

  const rows = await listOf(ctx, await aRun(ctx, canteen));

  expect(rows.map(({ lines, totalCents, state }) => [lines, totalCents, state])).toEqual([
    [3, 1800, "pending"],
    [3, 1050, "pending"],
  ]);
  expect(rows[1]?.householdId).toBe(household.id);
  expect(await ctx.db.select().from(schema.invoices)).toEqual([]);
});

describe("warns of", () => {
  test("bookings that nobody pointed, missing quotients, prices of zero, small debts, days of before", async ({
    ctx,
  }) => {
    const canteen = await aCanteen(ctx, { dates: ["2026-08-31", "2026-09-01", "2026-09-03", "2026-09-04"] });
    const [before, first, second, third] = canteen.occurrences;
    if (!before || !first || !second || !third) throw new Error("four days");
    const family = await anEater(ctx, { occurrences: [before] });
    await eat(ctx, { ...family, occurrences: [first] }, { status: "booked" });
    await eat(
      ctx,
      { ...family, occurrences: [second] },
      {
        pricing: {
          tariff: "Repas",
          validFrom: "2026-01-01",
          category: "resident",
          method: "qf_band",
          missingQuotient: true,
        },
      },
    );
    await eat(ctx, { ...family, occurrences: [third] }, { priceCents: 0 });
    const [row] = await listOf(ctx, await aRun(ctx, canteen));
    expect(row).toMatchObject({
      lines: 3,
      totalCents: 1050,
      warnings: { unrecorded: 1, missingQuotient: 1, zeroPrice: 1, late: 1, small: true },
    });
  });

  test.for([
    [1050, { small: true }],
    [1051, { small: true, usualCents: 350 }],
  ] as const)("an amount of %i against the median of the last ones", async ([cents, warnings], { ctx }) => {
    const canteen = await aCanteen(ctx);
    const [first, second, third] = canteen.occurrences;
    if (!first || !second || !third) throw new Error("three days");
    const family = await anEater(ctx, { occurrences: [first] });
    await issued(ctx, canteen);
    await eat(ctx, { ...family, occurrences: [second] }, { priceCents: 5000 });
    await issued(ctx, canteen);
    await eat(ctx, { ...family, occurrences: [third] }, { priceCents: cents });
    const [row] = await listOf(ctx, await aRun(ctx, canteen));
    expect(row?.warnings).toEqual(warnings);
  });

  test("a quotient more than a year old on the day", async ({ ctx }) => {
    const canteen = await aCanteen(ctx);
    await anEater(ctx, canteen);
    await ctx.db.execute(sql`update reservations set pricing = pricing || '{"quotientFrom":"2025-09-03"}'::jsonb`);
    const runId = await aRun(ctx, canteen);
    const [row] = await listOf(ctx, runId);
    expect(row?.warnings).toEqual({ staleQuotient: 1, small: true });
    expect((await getRun(await officer(ctx), runId)).alarms).toEqual({ staleQuotient: 1, small: 1 });
  });

  test("a month that is over and that nobody has billed, until it is", async ({ ctx }) => {
    const canteen = await aCanteen(ctx, { dates: ["2026-08-28", "2026-09-03"] });
    await anEater(ctx, canteen);
    const agent = await officer(ctx);
    expect(await listUnbilledPeriods(agent)).toEqual([
      { officeId: canteen.revenueOfficeId, office: "Régie payfip", month: "2026-08", households: 1, cents: 350 },
    ]);
    await issued(ctx, canteen);
    expect(await listUnbilledPeriods(agent)).toEqual([]);
  });

  test("lines billed that are no longer due", async ({ ctx }) => {
    const canteen = await aCanteen(ctx);
    await anEater(ctx, canteen);
    await issued(ctx, canteen);
    await ctx.db.update(schema.reservations).set({ status: "absent_excused" });
    const [row] = await listOf(ctx, await aRun(ctx, canteen));
    expect(row).toMatchObject({ lines: 0, state: "pending", warnings: { adjusted: 3, adjustedCents: 1050 } });
    const [left] = await listOf(ctx, await aRun(ctx, canteen, { creditsAdjustments: false }));
    expect(left).toMatchObject({ state: "nothing", warnings: { adjusted: 3 } });
  });
});

test("draws the list again while it is a draft", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  await anEater(ctx, canteen, { name: "Benali" });
  const agent = await officer(ctx);
  expect(await refreshRun(agent, runId)).toBe(2100);
  await ctx.db.update(schema.billingRuns).set({ status: "done" });
  await expect(refreshRun(agent, runId)).rejects.toMatchObject({ code: "already_decided" });
});

describe("refuses", () => {
  test("a régie whose numbering nobody has decided, and a due date gone by", async ({ ctx }) => {
    const { id: revenueOfficeId } = await aRevenueOffice(ctx, "systempay");
    const options = { carriesSmall: false, creditsAdjustments: true };
    const agent = await officer(ctx);
    await expect(prepareRun(agent, { ...september, ...options, revenueOfficeId })).rejects.toMatchObject({
      code: "billing_not_configured",
    });
    const canteen = await aCanteen(ctx);
    await expect(aRun(ctx, canteen, { dueOn: "2026-09-08" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("who does not bill", async ({ ctx }) => {
    const canteen = await aCanteen(ctx);
    const { guardian } = await anEater(ctx, canteen);
    const run = {
      ...september,
      carriesSmall: false,
      creditsAdjustments: true,
      revenueOfficeId: canteen.revenueOfficeId,
    };
    await expect(prepareRun(guardian, run)).rejects.toMatchObject({ code: "forbidden" });
    await expect(prepareRun(await officer(ctx, "auditor"), run)).rejects.toMatchObject({ code: "forbidden" });
  });
});
