import { expect } from "vitest";
import { countOfficeTasks, getTotals, listJournal, listOffices } from "@/lib/billing/office/queries/journal";
import { getPaymentPage } from "@/lib/billing/office/queries/payment-page";
import { listTakings } from "@/lib/billing/office/queries/takings";
import { settlePayment } from "@/lib/billing/settle-payment";
import { dateOf } from "@/lib/core/calendar";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aMemberOfStaff } from "../../accounts/agents/staff";

test("the journal shows what came in, and its totals are those of the ledger", async ({ ctx }) => {
  const paid = await aCart(ctx, { gateway: "systempay", dates: ["2026-09-18", "2026-09-21"] });
  const payment = await aPaymentAtTheBank(paid.guardian, paid.order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  const open = await aCart(ctx, { gateway: "systempay" });
  const waiting = await aPaymentAtTheBank(open.guardian, open.order);
  const { agent } = await aMemberOfStaff(ctx, "billing_officer");
  const today = dateOf(ctx.now);
  const period = { from: today, to: today };

  const journal = await listJournal(agent, { period, state: "encaisses" }, 1);
  expect(journal).toMatchObject({
    total: 1,
    rows: [{ id: payment.id, household: "Rousseau", means: "card", amountCents: 600, status: "paid" }],
  });
  expect(journal.rows[0]?.receiptNumber).toMatch(/^TEST2026/);
  const waitingRows = await listJournal(agent, { period, state: "en-cours" }, 1);
  expect(waitingRows.rows.map(({ id }) => id)).toEqual([waiting.id]);
  expect((await listJournal(agent, { period, state: "tous", means: "cheque" }, 1)).total).toBe(0);
  expect(await listJournal(agent, { period, state: "tous", officeId: open.activity.revenueOfficeId }, 1)).toMatchObject(
    { total: 1 },
  );
  expect((await listJournal(agent, { period: { from: "2020-01-01", to: "2020-02-01" }, state: "tous" }, 1)).total).toBe(
    0,
  );

  expect(await getTotals(agent, { period })).toEqual({
    byMeans: [{ means: "card", count: 1, cents: 600, cancelledCents: 0 }],
    netCents: 600,
    ledgerCents: 600,
    refundedCents: 0,
  });
  expect(await listTakings(agent, { period })).toEqual([{ day: today, count: 1, cents: 600, cancelledCents: 0 }]);
  expect(await listTakings(agent, { period, officeId: open.activity.revenueOfficeId })).toEqual([]);
  expect(await listOffices(agent)).toHaveLength(2);
  expect(await countOfficeTasks(agent)).toEqual({ incidents: 0, refunds: 0 });
});

test("a payment's page holds all that is known of it, for the régie only", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const payment = await aPaymentAtTheBank(guardian, order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  const { agent: other } = await aMemberOfStaff(ctx, "family_officer");

  expect(await getPaymentPage(agent, payment.id)).toMatchObject({
    household: "Rousseau",
    status: "paid",
    places: [{ date: "2026-09-18", activity: "Périscolaire", slot: "Soir", child: "Nahel", priceCents: 300 }],
    notices: [],
    incidents: [],
  });
  expect(await codeOf(getPaymentPage(agent, crypto.randomUUID()))).toBe("not_found");
  expect(await codeOf(getPaymentPage(agent, "faux"))).toBe("not_found");
  expect(await codeOf(getPaymentPage(other, payment.id))).toBe("forbidden");
  expect(await codeOf(getPaymentPage(guardian, payment.id))).toBe("forbidden");
});
