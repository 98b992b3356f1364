import { expect } from "vitest";
import { receipts } from "@/db/schema";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { listDueInvoices } from "@/lib/billing/counter/queries";
import { getTotals } from "@/lib/billing/office/queries/journal";
import { listTakings } from "@/lib/billing/office/queries/takings";
import { getReceipt } from "@/lib/billing/queries";
import { dateOf } from "@/lib/core/calendar";
import { asSystem } from "@/lib/core/context";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import { closeDay } from "@/lib/payments/close-day";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aFamilyAtTheCounter } from "./at-the-counter";

const reason = "Chèque sans signature";

test("the number stays, marked withdrawn; the invoice is due again and the accounts are as before", async ({ ctx }) => {
  const { agent, account, invoice, paying } = await aFamilyAtTheCounter(ctx);
  const { paymentId, receiptId } = await collectPayment(agent, paying({ amount: "15" }));

  await cancelReceipt(agent, { paymentId, reason });

  expect(await listDueInvoices(agent, account)).toMatchObject([{ id: invoice.id, dueCents: 1050 }]);
  expect(await getBalance(agent, account)).toBe(0);
  expect(await ctx.db.select().from(receipts)).toHaveLength(1);
  expect(await getReceipt(agent, receiptId)).toMatchObject({ cancellation: { reason, cancelledAt: ctx.now } });
  const today = dateOf(ctx.now);
  expect(await getTotals(agent, { period: { from: today, to: today } })).toMatchObject({
    byMeans: [{ means: "cash", count: 1, cents: 1500, cancelledCents: 1500 }],
    netCents: 0,
    ledgerCents: 0,
  });
  expect(await listTakings(agent, { period: { from: today, to: today } })).toEqual([
    { day: today, count: 1, cents: 0, cancelledCents: 1500 },
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);

  const again = await collectPayment(agent, paying());
  expect(again.number.slice(-6)).toBe("000002");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses twice, after the closing, when the money is spent, and those who may not", async ({ ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);
  const credit = await collectPayment(agent, paying({ amount: "6", invoiceIds: [] }));
  const { agent: biller } = await aMemberOfStaff(ctx, "billing_officer");

  expect(await codeOf(cancelReceipt(biller, { paymentId: credit.paymentId, reason }))).toBe("forbidden");
  expect(await codeOf(cancelReceipt(agent, { paymentId: crypto.randomUUID(), reason }))).toBe("not_found");

  const spent = await collectPayment(agent, paying({ amount: "4,50", invoiceIds: [] }));
  const paid = await collectPayment(agent, paying({ amount: "0,01" }));
  await cancelReceipt(agent, { paymentId: paid.paymentId, reason });
  expect(await codeOf(cancelReceipt(agent, { paymentId: paid.paymentId, reason }))).toBe("already_decided");

  await closeDay(agent, { revenueOfficeId: account.revenueOfficeId, countedCash: "10,50", note: "" });
  expect(await codeOf(cancelReceipt(agent, { paymentId: spent.paymentId, reason }))).toBe("day_closed");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses when the family has spent the money since: nothing is half withdrawn", async ({ ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);
  const { paymentId, receiptId } = await collectPayment(agent, paying({ amount: "6", invoiceIds: [] }));
  await postEntries(asSystem(ctx, "test"), {
    ...account,
    kind: "booking",
    reference: "checkout:test",
    label: "Réservations prépayées",
    debit: "household",
    credit: "deferred_revenue",
    amountCents: 200,
  });

  expect(await codeOf(cancelReceipt(agent, { paymentId, reason }))).toBe("credit_used");
  expect(await getBalance(agent, account)).toBe(400);
  expect((await getReceipt(agent, receiptId)).cancellation).toBeUndefined();
});

test("is withdrawn once, however many agents want it at the same moment", async ({ committed: ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);
  const { paymentId } = await collectPayment(agent, paying());

  const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(cancelReceipt(agent, { paymentId, reason }))));
  expect(codes.sort()).toEqual(["already_decided", "already_decided", "already_decided", "done"]);
  expect(await listDueInvoices(agent, account)).toMatchObject([{ dueCents: 1050 }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});
