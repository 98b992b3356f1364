import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { activities, auditEvents, emails, payments, receipts } from "@/db/schema";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { listDueInvoices } from "@/lib/billing/counter/queries";
import { getTotals } from "@/lib/billing/office/queries/journal";
import { getReceipt, listReceipts } from "@/lib/billing/queries";
import { dateOf } from "@/lib/core/calendar";
import { getBalance } from "@/lib/ledger/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aFamilyAtTheCounter } from "./at-the-counter";

test("a cheque pays an invoice: ledger, quittance, message and trace", async ({ ctx }) => {
  const { agent, agentId, account, invoice, guardian, paying } = await aFamilyAtTheCounter(ctx);

  const cheque = {
    means: "cheque",
    chequeNumber: "0000123",
    chequeBank: "Crédit du Nord",
    chequeIssuer: "C. Rousseau",
  };
  const { number, receiptId, paymentId } = await collectPayment(agent, paying({ ...cheque, means: "cheque" }));

  expect(number).toMatch(/^QUI-2026-R\d+-000001$/);
  expect(await listDueInvoices(agent, account)).toEqual([]);
  expect(await getBalance(agent, account)).toBe(0);
  const { view } = await getReceipt(guardian, receiptId);
  expect(view).toMatchObject({
    gateway: null,
    means: "cheque",
    counter: { cheque: { number: "0000123", bank: "Crédit du Nord", issuer: "C. Rousseau" } },
    amountCents: 1050,
    invoices: [{ number: invoice.number, cents: 1050 }],
    keptAsCreditCents: 0,
    creditUsedCents: 0,
  });
  expect(await listReceipts(guardian, account.householdId, { limit: 5 })).toMatchObject([
    { number, means: "cheque", cancelledAt: null },
  ]);
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  expect(payment).toMatchObject({ gateway: null, status: "paid", collectedBy: agentId });
  expect(await ctx.db.select().from(emails).where(eq(emails.template, "counter-payment"))).toHaveLength(1);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment.collected"));
  expect(events).toMatchObject([{ subjectId: paymentId, accountId: agentId, householdId: account.householdId }]);
  expect(await checkInvariants(ctx)).toEqual([]);

  const today = dateOf(ctx.now);
  expect(
    await getTotals(agent, { period: { from: today, to: today }, officeId: account.revenueOfficeId }),
  ).toMatchObject({
    byMeans: [{ means: "cheque", count: 1, cents: 1050 }],
    netCents: 1050,
    ledgerCents: 1050,
  });
});

test("what is beyond the invoice, or for none, stays on the account", async ({ ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);

  await collectPayment(agent, paying({ amount: "20" }));
  expect(await getBalance(agent, account)).toBe(950);
  const { receiptId } = await collectPayment(agent, paying({ amount: "5,5", invoiceIds: [] }));
  expect(await getBalance(agent, account)).toBe(1500);
  expect((await getReceipt(agent, receiptId)).view).toMatchObject({ invoices: [], keptAsCreditCents: 550 });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a part leaves the rest due, and quittances of a régie follow one another", async ({ ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);

  const first = await collectPayment(agent, paying({ amount: "4" }));
  const second = await collectPayment(agent, paying({ amount: "1" }));
  expect(await listDueInvoices(agent, account)).toMatchObject([{ dueCents: 550 }]);
  expect([first.number, second.number].map((number) => number.slice(-6))).toEqual(["000001", "000002"]);
});

test("the same form sent many times at the same moment is one payment", async ({ committed: ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);
  const once = paying({ amount: "30" });

  const answers = await Promise.all(Array.from({ length: 6 }, () => collectPayment(agent, once)));
  expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
  expect(await ctx.db.select().from(receipts)).toHaveLength(1);
  expect(await getBalance(agent, account)).toBe(1950);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("two agents who take the money of one invoice at the same moment: the second one's stays as credit", async ({
  committed: ctx,
}) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);

  const answers = await Promise.all([collectPayment(agent, paying()), collectPayment(agent, paying())]);
  expect(new Set(answers.map(({ number }) => number.slice(-6)))).toEqual(new Set(["000001", "000002"]));
  expect(await getBalance(agent, account)).toBe(1050);
  expect(await checkInvariants(ctx)).toEqual([]);
});

describe("titles", () => {
  const tickets = [
    { number: "111", value: "8" },
    { number: "222", value: "4,50" },
  ];

  test("pay childcare for what they are worth, each with its number", async ({ ctx }) => {
    const { agent, account, paying } = await aFamilyAtTheCounter(ctx);
    await ctx.db.update(activities).set({ kind: "before_after_school" });
    const { receiptId } = await collectPayment(agent, paying({ means: "cesu", amount: "", tickets }));

    expect((await getReceipt(agent, receiptId)).view).toMatchObject({
      amountCents: 1250,
      counter: {
        tickets: [
          { number: "111", cents: 800 },
          { number: "222", cents: 450 },
        ],
      },
    });
    expect(await getBalance(agent, account)).toBe(200);
    expect(await listDueInvoices(agent, account)).toEqual([]);
  });

  test("pay no meal", async ({ ctx }) => {
    const { agent, account, paying } = await aFamilyAtTheCounter(ctx);

    expect(await codeOf(collectPayment(agent, paying({ means: "ancv", amount: "", tickets })))).toBe("not_childcare");
    expect(await listDueInvoices(agent, account)).toMatchObject([{ dueCents: 1050, careCents: 0 }]);
    expect(await ctx.db.select().from(payments)).toEqual([]);
  });
});

test("only the régisseur takes money, and never with the invoice of another family", async ({ ctx }) => {
  const { agent, guardian, paying } = await aFamilyAtTheCounter(ctx);
  const { agent: biller } = await aMemberOfStaff(ctx, "billing_officer");
  const household = await aHousehold(ctx, { name: "Benali" });

  expect(await codeOf(collectPayment(biller, paying()))).toBe("forbidden");
  expect(await codeOf(collectPayment(guardian, paying()))).toBe("forbidden");
  expect(await codeOf(collectPayment(agent, paying({ householdId: crypto.randomUUID() })))).toBe("not_found");

  const { receiptId } = await collectPayment(agent, paying({ householdId: household.id }));
  expect((await getReceipt(agent, receiptId)).view).toMatchObject({ invoices: [], keptAsCreditCents: 1050 });
  expect(await codeOf(getReceipt(guardian, receiptId))).toBe("not_found");
});

test("money for a régie that does not exist is refused before anything is written", async ({ ctx }) => {
  const { agent, paying } = await aFamilyAtTheCounter(ctx);
  const nowhere = paying({ revenueOfficeId: crypto.randomUUID() });
  expect(await codeOf(collectPayment(agent, nowhere))).toBe("not_found");
  expect(await ctx.db.$count(payments)).toBe(0);
});
