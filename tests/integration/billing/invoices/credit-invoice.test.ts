import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as schema from "@/db/schema";
import { checkoutInvoices } from "@/lib/billing/invoices/checkout-invoices";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { remainingDue } from "@/lib/billing/invoices/remaining-due";
import type { Context } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { aCredit } from "../../../support/carts";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { anInvoice, issued, officer } from "./bills";

const linesOf = async ({ db }: Context, invoiceId: string) =>
  (
    await db
      .select({ id: schema.invoiceLines.id })
      .from(schema.invoiceLines)
      .where(eq(schema.invoiceLines.invoiceId, invoiceId))
      .orderBy(schema.invoiceLines.id)
  ).map(({ id }) => id);
const dueOf = async ({ db }: Context, id: string) =>
  (await db.select({ due: remainingDue }).from(schema.invoices).where(eq(schema.invoices.id, id)))[0]?.due;
const reason = "Repas non servi";

test("credits a chosen line in a series of its own: what was due shrinks, the family is told", async ({ ctx }) => {
  const { invoice, account, household } = await anInvoice(ctx);
  const [first] = await linesOf(ctx, invoice.id);

  const id = await creditInvoice(await officer(ctx), { invoiceId: invoice.id, lineIds: first ? [first] : [], reason });

  const [note] = await ctx.db.select().from(schema.invoices).where(eq(schema.invoices.id, id));
  expect(note).toMatchObject({ kind: "credit_note", number: "2609PSA0001", totalCents: 350, dueOn: null });
  expect(note?.view).toMatchObject({ reason, credits: { number: invoice.number } });
  expect(await dueOf(ctx, invoice.id)).toBe(700);
  expect(await getBalance(ctx, account)).toBe(0);
  const mails = await ctx.db.select().from(schema.emails).where(eq(schema.emails.template, "credit-note-available"));
  expect(mails).toHaveLength(1);
  const [event] = await ctx.db
    .select()
    .from(schema.auditEvents)
    .where(eq(schema.auditEvents.type, "credit-note.issued"));
  expect(event).toMatchObject({ subjectId: id, householdId: household.id });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("gives back as credit what was paid already", async ({ ctx }) => {
  const { invoice, account, guardian } = await anInvoice(ctx);
  await aCredit(ctx, { ...account, cents: 1050 });
  await checkoutInvoices(guardian, {
    ...account,
    balanceCents: 1050,
    invoices: [{ invoiceId: invoice.id, dueCents: 1050 }],
  });
  await creditInvoice(await officer(ctx), { invoiceId: invoice.id, reason });
  expect(await dueOf(ctx, invoice.id)).toBe(0);
  expect(await getBalance(ctx, account)).toBe(1050);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("lets the places be billed again", async ({ ctx }) => {
  const { invoice, canteen } = await anInvoice(ctx);
  await creditInvoice(await officer(ctx), { invoiceId: invoice.id, reason });
  const [again] = await issued(ctx, canteen);
  expect(again).toMatchObject({ number: "2609PS00002PNB", totalCents: 1050 });
  expect(await checkInvariants(ctx)).toEqual([]);
});

describe("refuses", () => {
  test("what is credited already, even by two agents at once", async ({ committed: ctx }) => {
    const { invoice } = await anInvoice(ctx);
    const agents = [await officer(ctx), await officer(ctx)];
    const outcomes = await Promise.allSettled(
      agents.map((ctx) => creditInvoice(ctx, { invoiceId: invoice.id, reason })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "already_decided" } });
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("a credit note, and another invoice's lines", async ({ ctx }) => {
    const { invoice } = await anInvoice(ctx);
    const agent = await officer(ctx);
    await expect(creditInvoice(agent, { invoiceId: invoice.id, lineIds: [1], reason })).rejects.toMatchObject({
      code: "already_decided",
    });
    const note = await creditInvoice(agent, { invoiceId: invoice.id, reason });
    await expect(creditInvoice(agent, { invoiceId: note, reason })).rejects.toMatchObject({ code: "not_found" });
  });

  test("who does not bill", async ({ ctx }) => {
    const { invoice, guardian } = await anInvoice(ctx);
    const input = { invoiceId: invoice.id, reason };
    await expect(creditInvoice(guardian, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(creditInvoice(await officer(ctx, "revenue_officer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
