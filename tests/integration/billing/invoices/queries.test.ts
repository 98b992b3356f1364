import { describe, expect } from "vitest";
import { checkoutInvoices } from "@/lib/billing/invoices/checkout-invoices";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { listDueInvoices, listSettledInvoices } from "@/lib/billing/invoices/queries/family";
import { getInvoice } from "@/lib/billing/invoices/queries/invoice";
import { listHouseholdInvoices, searchInvoices } from "@/lib/billing/invoices/queries/office";
import { renderInvoice } from "@/lib/billing/invoices/render-invoice";
import { getRun, listRunHouseholds, listRuns } from "@/lib/billing/runs/queries";
import { asSystem, type Context } from "@/lib/core/context";
import { indexHousehold } from "@/lib/families/index-household";
import { searchHouseholds } from "@/lib/families/queries/search-households";
import { plainBrand } from "@/lib/organization/queries/print-brand";
import { openPayment } from "@/lib/payments/open-payment";
import { aCredit } from "../../../support/carts";
import { test } from "../../../support/database";
import { aHousehold, guardianOf, later } from "../../../support/factories";
import { pdfText } from "../../../unit/billing/pdf-text";
import { anInvoice, officer } from "./bills";

type Bill = Awaited<ReturnType<typeof anInvoice>>;
const payAll = ({ guardian, account, invoice }: Bill, balanceCents: number) =>
  checkoutInvoices(guardian, { ...account, balanceCents, invoices: [{ invoiceId: invoice.id, dueCents: 1050 }] });

describe("what a family reads", () => {
  test("is what it owes, with its credit and a payment under way, then its history", async ({ ctx }) => {
    const bill = await anInvoice(ctx, { gateway: "systempay" });
    const { guardian, household, account, invoice } = bill;
    await aCredit(ctx, { ...account, cents: 200 });
    const due = { number: "2609PS00001PNB", totalCents: 1050, dueCents: 1050, dueOn: "2026-10-09", isLate: false };
    expect(await listDueInvoices(guardian, household.id)).toMatchObject([
      { name: "Régie systempay", balanceCents: 200, openPaymentId: null, invoices: [due] },
    ]);
    expect(await listDueInvoices(later(guardian, 60 * 24 * 40), household.id)).toMatchObject([
      { invoices: [{ isLate: true }] },
    ]);
    const { paymentId } = await payAll(bill, 200);
    await openPayment(asSystem(ctx, "checkout"), paymentId ?? "");
    expect(await listDueInvoices(guardian, household.id)).toMatchObject([
      { openPaymentId: paymentId, invoices: [{ isBeingPaid: true }] },
    ]);
    expect(await listSettledInvoices(guardian, household.id)).toEqual([]);

    await aCredit(ctx, { ...account, cents: 850 });
    await payAll(bill, 1050);
    expect(await listDueInvoices(guardian, household.id)).toEqual([]);
    expect(await listSettledInvoices(guardian, household.id)).toMatchObject([{ id: invoice.id, kind: "invoice" }]);
  });

  test("goes down to the day, with the reason of each price and what paid it", async ({ ctx }) => {
    const bill = await anInvoice(ctx);
    await aCredit(ctx, { ...bill.account, cents: 1050 });
    await payAll(bill, 1050);
    const invoice = await getInvoice(bill.guardian, bill.invoice.id);
    expect(invoice).toMatchObject({
      state: "paid",
      dueCents: 0,
      children: [{ name: "Nahel Rousseau", cents: 1050 }],
      allocations: [{ amountCents: 1050, isPayment: false, creditNote: null, on: "2026-09-09" }],
    });
    const [line] = invoice.children[0]?.lines ?? [];
    expect(line).toMatchObject({ date: "2026-09-01", activity: "Restauration scolaire", cents: 350 });
    expect(line?.why.join(" ")).toContain("Quotient familial 620");
  });

  test("is nobody else's", async ({ ctx }) => {
    const { invoice, household } = await anInvoice(ctx);
    const stranger = await guardianOf(ctx, await aHousehold(ctx, { name: "Benali" }));
    for (const read of [
      (ctx: Context) => getInvoice(ctx, invoice.id),
      (ctx: Context) => getInvoice(ctx, crypto.randomUUID()),
      (ctx: Context) => getInvoice(ctx, "x"),
      (ctx: Context) => listDueInvoices(ctx, household.id),
      (ctx: Context) => listSettledInvoices(ctx, household.id),
    ]) {
      await expect(read(stranger)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("what agents read", () => {
  test("is found by number and by name, late ones and credit notes apart", async ({ ctx }) => {
    const { invoice, household } = await anInvoice(ctx);
    const agent = await officer(ctx);
    await creditInvoice(agent, { invoiceId: invoice.id, reason: "Repas non servi" });
    const found = async (text: string, filter: "toutes" | "dues" | "retard" | "avoirs" = "toutes") =>
      (await searchInvoices(agent, { text, filter, page: 1 })).invoices.map(({ number }) => number);
    expect(await found("ps00001p")).toEqual([invoice.number]);
    expect(await found("rouss", "avoirs")).toEqual(["2609PSA0001"]);
    expect(await found("", "dues")).toEqual([]);
    const sumOf = async (filter: "toutes" | "avoirs") =>
      (await searchInvoices(agent, { text: "", filter, page: 1 })).sumCents;
    expect(await sumOf("avoirs")).toBe(invoice.totalCents);
    expect(await sumOf("toutes")).toBeNull();
    expect(await found("100%")).toEqual([]);
    expect(await listHouseholdInvoices(agent, household.id)).toHaveLength(2);
    expect((await getInvoice(agent, invoice.id)).state).toBe("credited");
  });

  test("a family is found by the number of its invoice", async ({ ctx }) => {
    const { invoice, household } = await anInvoice(ctx);
    await indexHousehold(ctx, household.id);
    const { households } = await searchHouseholds(await officer(ctx), { text: ` ${invoice.number.toLowerCase()} ` });
    expect(households.map(({ id }) => id)).toEqual([household.id]);
  });

  test("a run with its figures, and its households page by page", async ({ ctx }) => {
    const { invoice, household } = await anInvoice(ctx);
    const auditor = await officer(ctx, "auditor");
    const [run] = await listRuns(auditor);
    expect(run).toMatchObject({ status: "done", issuedCount: 1, issuedCents: 1050 });
    const runId = run?.id ?? "";
    expect(await getRun(auditor, runId)).toMatchObject({
      total: 1,
      processed: 1,
      warned: 1,
      failed: { households: 0 },
    });
    const { households, found } = await listRunHouseholds(auditor, { runId, filter: "alertes", page: 1 });
    expect(found).toBe(1);
    expect(households).toMatchObject([
      { householdId: household.id, number: invoice.number, warnings: { small: true } },
    ]);
    await expect(getRun(auditor, crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await expect(listRuns(await officer(ctx, "site_manager"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the PDF", () => {
  test("bears the mentions of an invoice", async ({ ctx }) => {
    const { invoice, guardian } = await anInvoice(ctx);
    const text = pdfText(await renderInvoice(await getInvoice(guardian, invoice.id), "2026-09-09", plainBrand));
    for (const mention of [
      "Ville de Saint-Aubin",
      "N° 2609PS00001PNB",
      "Émise le mercredi 9 septembre 2026",
      "Période du 01/09/2026 au 08/09/2026",
      "Famille Rousseau",
      "3 rue des Lilas",
      "Nahel Rousseau",
      "Restauration scolaire · Repas",
      "septembre 2026\u00a0: 1er, 3, 4",
      "33,50\u00a0€10,50\u00a0€",
      "quotient familial 620, tranche T3",
      "vendredi 9 octobre 2026",
      "TVA non applicable",
      "regie@exemple.fr",
    ]) {
      expect(text).toContain(mention);
    }
  });

  test("says what a credit note takes back, and what an invoice was paid with", async ({ ctx }) => {
    const bill = await anInvoice(ctx);
    const id = await creditInvoice(await officer(ctx), { invoiceId: bill.invoice.id, reason: "Repas non servi" });
    const note = pdfText(await renderInvoice(await getInvoice(bill.guardian, id), "2026-09-09", plainBrand));
    expect(note).toContain("Avoir sur la facture 2609PS00001PNB du 09/09/2026");
    expect(note).toContain("Motif\u00a0: Repas non servi");
    const paid = pdfText(
      await renderInvoice(await getInvoice(bill.guardian, bill.invoice.id), "2026-09-10", plainBrand),
    );
    expect(paid).toContain("Avoir 2609PSA0001, le 09/09/2026");
    expect(paid).toContain("Reste à payer au 10/09/20260,00\u00a0€");
  });
});
