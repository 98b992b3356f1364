import { expect } from "vitest";
import * as schema from "@/db/schema";
import { creditAdjustments } from "@/lib/billing/invoices/credit-adjustments";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { anInvoice } from "./bills";

test("credits only what is no longer due, once", async ({ ctx }) => {
  const { household } = await anInvoice(ctx);
  const [run] = await ctx.db.select().from(schema.billingRuns);
  if (!run) throw new Error("a run");
  const notes = async () => (await ctx.db.select().from(schema.invoices)).filter(({ kind }) => kind === "credit_note");

  await creditAdjustments(ctx, run, [household.id]);
  expect(await notes()).toEqual([]);
  await ctx.db.update(schema.reservations).set({ status: "cancelled" });
  await creditAdjustments(ctx, run, [household.id]);
  await creditAdjustments(ctx, run, [household.id]);
  expect(await notes()).toMatchObject([{ totalCents: 1050, runId: run.id }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});
