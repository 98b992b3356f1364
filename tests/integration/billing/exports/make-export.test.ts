import { eq, sql } from "drizzle-orm";
import Excel from "exceljs";
import { expect } from "vitest";
import { accounts, auditEvents, households } from "@/db/schema";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import type { ExportName } from "@/lib/billing/exports/input";
import { makeExport } from "@/lib/billing/exports/make-export";
import { decideRefund } from "@/lib/billing/refunds/decide-refund";
import { executeRefund } from "@/lib/billing/refunds/execute-refund";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aFamilyAtTheCounter } from "../counter/at-the-counter";
import { IBAN } from "../refunds/asked";

/** An invoice paid in part, money withdrawn, a refund paid and another that waits. */
async function aBusyOffice(ctx: Context) {
  const family = await aFamilyAtTheCounter(ctx);
  const { agent, account, guardian, paying } = family;
  await collectPayment(agent, paying({ amount: "4" }));
  await collectPayment(agent, paying({ amount: "30", invoiceIds: [] }));
  const { paymentId } = await collectPayment(agent, paying({ amount: "7", invoiceIds: [] }));
  await cancelReceipt(agent, { paymentId, reason: '=Erreur;"de saisie"' });
  const ask = (amount: string) => ({
    requestId: crypto.randomUUID(),
    ...account,
    amount,
    reason: "Nous déménageons.",
    holder: "Cédric Rousseau",
    iban: IBAN,
  });
  const paidBack = ask("10");
  await requestRefund(guardian, paidBack);
  await requestRefund(guardian, ask("5"));
  const { agent: biller } = await aMemberOfStaff(ctx, "billing_officer");
  await decideRefund(biller, { id: paidBack.requestId, decision: "accept" });
  await executeRefund(agent, { id: paidBack.requestId });
  await ctx.db.update(households).set({ name: "=Rousseau" });
  return family;
}

const today = (ctx: Context) => ({ du: dateOf(ctx.now), au: dateOf(ctx.now) });

async function csvOf(ctx: Context, name: ExportName, agent: Context) {
  const { content } = await makeExport(agent, name, { format: "csv", ...today(ctx) });
  const bytes = Buffer.concat(await content.toArray());
  const [head = "", ...lines] = bytes.toString("utf8").trimEnd().split("\r\n");
  const columns = head.replace("\ufeff", "").split(";");
  const rows = lines.map((line) => line.split(";"));
  const sum = (column: string) =>
    rows.reduce((total, row) => {
      const cell = row[row.length - columns.length + columns.indexOf(column)] ?? "";
      return total + Math.round(Number(cell.replace(",", ".")) * 100);
    }, 0);
  return { text: bytes.toString("utf8"), rows, sum };
}

const ledger = async ({ db }: Context, condition: string) => {
  const [row] = await db.execute<{ cents: number }>(sql`
    select coalesce(sum(e.amount_cents), 0)::int as cents
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id where ${sql.raw(condition)}`);
  return row?.cents ?? 0;
};

test("each file adds up to the ledger, to the cent", async ({ ctx }) => {
  const { agent } = await aBusyOffice(ctx);

  const payments = await csvOf(ctx, "paiements", agent);
  expect(payments.rows).toHaveLength(5);
  expect(payments.sum("Montant")).toBe(await ledger(ctx, "e.account = 'bank'"));
  expect(payments.sum("Montant")).toBe(2400);

  const entries = await csvOf(ctx, "ecritures", agent);
  expect(entries.sum("Débit")).toBe(await ledger(ctx, "e.amount_cents > 0"));
  expect(entries.sum("Débit")).toBe(entries.sum("Crédit"));

  const invoices = await csvOf(ctx, "factures", agent);
  expect(invoices.sum("Total")).toBe(-(await ledger(ctx, "e.account = 'revenue'")));
  expect(invoices.sum("Reste à payer")).toBe(await ledger(ctx, "e.account = 'receivable'"));

  const balances = await csvOf(ctx, "soldes", agent);
  expect(balances.sum("Crédit du compte")).toBe(-(await ledger(ctx, "e.account = 'household'")));
  expect(balances.sum("Reste à payer")).toBe(await ledger(ctx, "e.account = 'receivable'"));
  expect(balances.sum("Pas encore échu")).toBe(650);

  const refunds = await csvOf(ctx, "remboursements", agent);
  expect(refunds.sum("Montant")).toBe(1500);
  expect(refunds.text).not.toContain("30006000");
});

test("says on each row who took it, and when", async ({ ctx }) => {
  const { agent, agentId } = await aBusyOffice(ctx);
  await ctx.db.update(accounts).set({ displayName: "Dominique; Petit" }).where(eq(accounts.id, agentId));
  const { text } = await csvOf(ctx, "paiements", agent);
  const [head = "", ...lines] = text.trimEnd().split("\r\n");
  expect(head.endsWith(";Extrait par")).toBe(true);
  for (const line of lines) expect(line).toMatch(/;"Dominique; Petit, [^"]*2026[^"]*"$/);

  const { content } = await makeExport(agent, "paiements", { format: "xlsx", ...today(ctx) });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(Buffer.concat(await content.toArray()) as unknown as Excel.Buffer);
  expect(workbook.getWorksheet("paiements")?.getCell("M2").value).toMatch(/^Dominique; Petit, /);
});

test("opens in a French spreadsheet, and runs no formula", async ({ ctx }) => {
  const { agent } = await aBusyOffice(ctx);
  const { text } = await csvOf(ctx, "paiements", agent);
  expect(text.startsWith("\ufeffDate;Heure;Régie;Famille;")).toBe(true);
  expect(text).toContain(";'=Rousseau;");
  expect(text).toContain(`"'=Erreur;""de saisie"""`);
  expect(text).toContain(";-7,00");

  const { content, name } = await makeExport(agent, "paiements", { format: "xlsx", ...today(ctx) });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(Buffer.concat(await content.toArray()) as unknown as Excel.Buffer);
  const sheet = workbook.getWorksheet("paiements");
  expect(name).toBe(`paiements-${dateOf(ctx.now)}-${dateOf(ctx.now)}.xlsx`);
  expect(sheet?.rowCount).toBe(6);
  expect(sheet?.getCell("D2").value).toBe("=Rousseau");
  const amounts = [2, 3, 4, 5, 6].map((row) => sheet?.getCell(`L${row}`).value);
  expect(amounts.toSorted()).toEqual([-10, -7, 30, 4, 7]);
});

test("leaves a trace, and is for the régie only", async ({ ctx }) => {
  const { agent, agentId, guardian } = await aBusyOffice(ctx);
  await csvOf(ctx, "soldes", agent);
  const events = (await ctx.db.select().from(auditEvents)).filter(({ type }) => type.startsWith("export."));
  expect(events).toMatchObject([
    { type: "export.downloaded", accountId: agentId, data: { name: "soldes", format: "csv" } },
    { type: "export.written", accountId: agentId, data: { name: "soldes", rows: 1 } },
  ]);

  const { agent: other } = await aMemberOfStaff(ctx, "family_officer");
  for (const ctx of [other, guardian]) {
    expect(await codeOf(makeExport(ctx, "soldes", { format: "csv" }))).toBe("forbidden");
  }
});

test("an account does not empty the régie in an evening", async ({ ctx }) => {
  const { agent } = await aBusyOffice(ctx);
  const codes = new Set<string>();
  for (let time = 0; time < 61; time += 1) codes.add(await codeOf(makeExport(agent, "soldes", { format: "csv" })));
  expect([...codes]).toEqual(["done", "too_many_attempts"]);
  await expect(makeExport(agent, "paiements", { format: "xlsx" })).rejects.toMatchObject({
    details: {
      message: expect.stringMatching(/^Vous avez téléchargé 60 fichiers de données en une heure.* Réessayez dans /),
    },
  });
});
