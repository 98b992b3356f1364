import { expect } from "vitest";
import * as schema from "@/db/schema";
import { issueInvoices } from "@/lib/billing/invoices/issue-invoices";
import { inTransaction } from "@/lib/core/context";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { aCanteen, anEater, aRun, numbers, setIssuing } from "./bills";

test("a transaction that fails gives its numbers back", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const [one, two] = [await anEater(ctx, canteen), await anEater(ctx, canteen, { name: "Benali" })];
  await setIssuing(ctx, await aRun(ctx, canteen));
  const [run] = await ctx.db.select().from(schema.billingRuns);
  if (!run) throw new Error("a run");

  const undone = inTransaction(ctx, async (ctx) => {
    await issueInvoices(ctx, run, [one.household.id, two.household.id]);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await issueInvoices(ctx, run, [two.household.id]);

  expect(await numbers(ctx)).toEqual(["2609PS00001PNB"]);
  await expect(issueInvoices(ctx, run, [two.household.id])).rejects.toMatchObject({ code: "already_decided" });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is the portal's own", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const { guardian } = await anEater(ctx, canteen);
  await aRun(ctx, canteen);
  const [run] = await ctx.db.select().from(schema.billingRuns);
  if (!run) throw new Error("a run");
  await expect(issueInvoices(guardian, run, [])).rejects.toMatchObject({ code: "forbidden" });
});
