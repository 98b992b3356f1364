import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { test } from "../../../support/database";
import { anInvoice } from "./bills";

/** What the database says of a statement, whose effects are undone. */
const refusal = (ctx: Context, work: (ctx: Context) => Promise<unknown>) =>
  inTransaction(ctx, async (ctx) => {
    await work(ctx);
    await ctx.db.execute(sql`set constraints all immediate`);
  }).then(() => undefined, violatedConstraint);

test("an issued invoice and its lines are never changed nor deleted", async ({ ctx }) => {
  const { invoice } = await anInvoice(ctx);
  const id = eq(schema.invoices.id, invoice.id);
  expect(await refusal(ctx, (ctx) => ctx.db.update(schema.invoices).set({ totalCents: 1 }).where(id))).toBe(
    "invoices_append_only",
  );
  expect(await refusal(ctx, (ctx) => ctx.db.delete(schema.invoices).where(id))).toBe("invoices_append_only");
  expect(await refusal(ctx, (ctx) => ctx.db.update(schema.invoiceLines).set({ cents: 1 }))).toBe(
    "invoice_lines_append_only",
  );
  expect(await refusal(ctx, (ctx) => ctx.db.delete(schema.invoiceLines))).toBe("invoice_lines_append_only");
});

test("no line is added to it later, no reservation is on a second line, no invoice is without its lines", async ({
  ctx,
}) => {
  const { invoice } = await anInvoice(ctx);
  const [line] = await ctx.db.select().from(schema.invoiceLines);
  if (!line) throw new Error("a line");
  const { id: _, ...again } = line;
  expect(await refusal(ctx, (ctx) => ctx.db.insert(schema.invoiceLines).values(again))).toBe(
    "invoices_lines_total_check",
  );

  const other = { ...invoice, id: crypto.randomUUID(), number: "F2", runId: null, totalCents: line.cents };
  expect(
    await refusal(ctx, async (ctx) => {
      await ctx.db.insert(schema.invoices).values(other);
      await ctx.db.insert(schema.invoiceLines).values({ ...again, invoiceId: other.id });
    }),
  ).toBe("billed_reservations_pkey");
  expect(await refusal(ctx, (ctx) => ctx.db.insert(schema.invoices).values(other))).toBe("invoices_lines_total_check");
});

test("no more is allocated than is due, and no number is given twice", async ({ ctx }) => {
  const { invoice } = await anInvoice(ctx);
  const allocation = { invoiceId: invoice.id, at: ctx.now, ledgerReference: "x" };
  for (const amountCents of [invoice.totalCents + 1, -1]) {
    expect(
      await refusal(ctx, (ctx) => ctx.db.insert(schema.invoiceAllocations).values({ ...allocation, amountCents })),
    ).toBe("invoice_allocations_due_check");
  }
  expect(
    await refusal(ctx, (ctx) =>
      ctx.db.insert(schema.invoices).values({ ...invoice, id: crypto.randomUUID(), runId: null }),
    ),
  ).toBe("invoices_number_unique");
});
