import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { billedReservations, type InvoiceView, invoiceAllocations, invoiceLines, invoices, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { postAllEntries } from "@/lib/ledger/post-entries";
import { numberOf, seriesKey } from "../numbers/rules";
import { takeNumbers } from "../numbers/take-numbers";
import type { CreditInvoiceInput } from "./input";
import { getFaceFacts, invoiceView } from "./invoice-view";
import { remainingDue } from "./remaining-due";
import { tellInvoices } from "./tell-invoices";

/**
 * Credits some lines of an invoice, or all that are left: an avoir in its own series. It pays what is still due; the rest
 * becomes credit of the account. The places may then be billed again. Returns its id. Refuses with `already_decided`
 * when a chosen line is credited already.
 */
export async function creditInvoice(ctx: Context, { invoiceId, lineIds, reason }: CreditInvoiceInput): Promise<string> {
  authorize(ctx, "billing:run");

  return inTransaction(ctx, async (ctx) => {
    const [invoice] = await ctx.db
      .select({ householdId: invoices.householdId })
      .from(invoices)
      .where(and(eq(invoices.id, invoiceId), eq(invoices.kind, "invoice")));
    if (!invoice) throw new DomainError("not_found");
    await lockHousehold(ctx, invoice.householdId);
    const createdBy = "accountId" in ctx.actor ? ctx.actor.accountId : null;
    return writeCreditNote(asSystem(ctx, "billing"), { invoiceId, lineIds, reason, createdBy });
  });
}

type CreditNote = {
  invoiceId: string;
  /** All that are left, when none is named. */
  lineIds?: number[];
  reason: string;
  runId?: string;
  createdBy?: string | null;
};

/** Writes a credit note in the transaction of the caller, who has locked the household. Returns its id. */
export async function writeCreditNote(
  ctx: Context,
  { invoiceId, lineIds, reason, runId, createdBy }: CreditNote,
): Promise<string> {
  authorize(ctx, "payments:settle");

  const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.id, invoiceId)).for("no key update");
  if (invoice?.kind !== "invoice") throw new DomainError("not_found");
  const [due] = await ctx.db.select({ cents: remainingDue }).from(invoices).where(eq(invoices.id, invoiceId));
  const open = await listOpenLines(ctx, invoiceId);
  const chosen = lineIds ? open.filter(({ line }) => lineIds.includes(line.id)) : open;
  if (chosen.length === 0 || (lineIds && chosen.length !== lineIds.length)) throw new DomainError("already_decided");

  const { householdId, revenueOfficeId, periodFrom, periodTo } = invoice;
  const facts = await getFaceFacts(ctx, revenueOfficeId, [householdId]);
  const issuedOn = dateOf(ctx.now);
  const numbering = { template: facts.settings.creditTemplate, series: facts.settings.series, date: issuedOn };
  const series = seriesKey(numbering);
  const [count = 0] = await takeNumbers(ctx, { series, count: 1 });
  const number = numberOf(numbering, count);
  const totalCents = chosen.reduce((sum, { line }) => sum + line.cents, 0);
  const view: InvoiceView = {
    ...invoiceView(
      facts,
      householdId,
      chosen.map(({ line, firstName, lastName }) => ({ ...line, child: `${firstName} ${lastName}` })),
    ),
    credits: { number: invoice.number, issuedOn: invoice.issuedOn },
    reason,
  };
  const id = randomUUID();
  await ctx.db.insert(invoices).values({
    id,
    kind: "credit_note",
    series,
    number,
    householdId,
    revenueOfficeId,
    runId,
    creditOfId: invoiceId,
    periodFrom,
    periodTo,
    issuedAt: ctx.now,
    issuedOn,
    totalCents,
    view,
    createdBy,
  });
  await ctx.db
    .insert(invoiceLines)
    .values(chosen.map(({ line: { id: creditsLineId, ...line } }) => ({ ...line, invoiceId: id, creditsLineId })));
  await settle(ctx, { id, number, invoiceId, householdId, revenueOfficeId, totalCents, dueCents: due?.cents ?? 0 });
  await recordEvent(ctx, {
    type: "credit-note.issued",
    subjectId: id,
    householdId,
    data: { number, credits: invoice.number, totalCents, reason, by: createdBy ?? null },
  });
  await tellInvoices(ctx, [{ id, householdId }], "credit-note-available");
  return id;
}

/** The lines that no credit note has taken back: those that their reservation is on. */
const listOpenLines = ({ db }: Context, invoiceId: string) =>
  db
    .select({ line: invoiceLines, firstName: persons.firstName, lastName: persons.lastName })
    .from(invoiceLines)
    .innerJoin(billedReservations, eq(billedReservations.lineId, invoiceLines.id))
    .innerJoin(persons, eq(persons.id, invoiceLines.childId))
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.id));

type Credit = {
  id: string;
  number: string;
  invoiceId: string;
  householdId: string;
  revenueOfficeId: string;
  totalCents: number;
  dueCents: number;
};

/** Debit revenue; credit the debt for what is still due, the account for the rest (handbook §5.4). */
async function settle(
  ctx: Context,
  { id, number, invoiceId, totalCents, dueCents, ...account }: Credit,
): Promise<void> {
  const applied = Math.min(dueCents, totalCents);
  const common = { ...account, kind: "credit_note", label: `Avoir ${number}`, debit: "revenue" } as const;
  await postAllEntries(ctx, [
    { ...common, reference: `credit_note:${id}`, credit: "receivable", amountCents: applied },
    { ...common, reference: `credit_note:${id}:rest`, credit: "household", amountCents: totalCents - applied },
  ]);
  if (applied === 0) return;
  await ctx.db.insert(invoiceAllocations).values({
    invoiceId,
    amountCents: applied,
    at: ctx.now,
    creditNoteId: id,
    ledgerReference: `credit_note:${id}`,
  });
}
