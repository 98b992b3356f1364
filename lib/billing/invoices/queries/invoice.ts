import { and, asc, desc, eq, sql } from "drizzle-orm";
import {
  type AttendanceState,
  contactThreads,
  type InvoiceView,
  invoiceAllocations,
  invoiceLines,
  invoiceReminders,
  invoices,
  payments,
  revenueOffices,
} from "@/db/schema";
import { explainPrice } from "@/lib/catalogue/tariffs/rules";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { departureInWords } from "../print-rules";
import { remainingDue } from "../remaining-due";
import { stateOf } from "../rules";

export type InvoiceDetail = Awaited<ReturnType<typeof getInvoice>>;

/** One invoice or credit note with its lines, child by child, and what paid it; `not_found` for anyone else. */
export async function getInvoice(ctx: Context, id: string) {
  assertUuid(id);
  const [invoice] = await ctx.db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      householdId: invoices.householdId,
      revenueOfficeId: invoices.revenueOfficeId,
      gateway: revenueOffices.gateway,
      periodFrom: invoices.periodFrom,
      periodTo: invoices.periodTo,
      issuedAt: invoices.issuedAt,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      totalCents: invoices.totalCents,
      creditOfId: invoices.creditOfId,
      view: invoices.view,
      dueCents: remainingDue,
    })
    .from(invoices)
    .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
    .where(eq(invoices.id, id));
  authorize(ctx, "invoices:read", { householdId: invoice?.householdId ?? "" });
  if (!invoice) throw new DomainError("not_found");

  const [lines, allocations, credits, contests, reminders] = await Promise.all([
    listLines(ctx, id),
    listAllocations(ctx, id),
    listCredits(ctx, id),
    listContests(ctx, id),
    listReminders(ctx, id),
  ]);
  const creditedCents = credits.reduce((sum, { totalCents }) => sum + totalCents, 0);
  return {
    ...invoice,
    state: stateOf({ ...invoice, creditedCents }, dateOf(ctx.now)),
    children: byChild(invoice.view, lines),
    allocations,
    credits,
    contests,
    reminders,
  };
}

type Line = Awaited<ReturnType<typeof listLines>>[number];

/** In the order of the children on the invoice's face. */
const byChild = ({ children }: InvoiceView, lines: Line[]) =>
  children.map(({ id, name }) => {
    const own = lines.filter(({ childId }) => childId === id);
    return { id, name, lines: own, cents: own.reduce((sum, { cents }) => sum + cents, 0) };
  });

async function listLines({ db }: Context, invoiceId: string) {
  const lines = await db
    .select({
      id: invoiceLines.id,
      part: invoiceLines.part,
      childId: invoiceLines.childId,
      date: invoiceLines.date,
      activity: invoiceLines.activity,
      slot: invoiceLines.slot,
      status: invoiceLines.status,
      priceCents: invoiceLines.priceCents,
      cents: invoiceLines.cents,
      pricing: invoiceLines.pricing,
      isCredited: sql<boolean>`exists (select from invoice_lines c where c.credits_line_id = invoice_lines.id)`,
      isContested: sql<boolean>`exists (
        select from contact_threads t where t.invoice_line_id = invoice_lines.id and t.status <> 'closed'
      )`,
      /** The pointing that counts, for the agent who answers a family that contests. */
      pointing: sql<{ state: AttendanceState; at: string; by: string | null } | null>`(
        select json_build_object('state', a.state, 'at', a.at, 'by', who.display_name)
        from attendance_records a left join accounts who on who.id = a.account_id
        where a.reservation_id = invoice_lines.reservation_id and a.found is not null
          and exists (select from contact_threads t where t.invoice_line_id = invoice_lines.id)
        order by a.at desc, a.id desc limit 1
      )`,
    })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.date), asc(invoiceLines.id));
  return lines.map(({ pricing, ...line }) => {
    const departure = line.part === "late_pickup" ? departureInWords(line.date, pricing) : null;
    return { ...line, departure, why: departure ? [departure] : explainPrice(pricing, line.priceCents) };
  });
}

/** What paid it, the earliest first: a payment, the credit of the account, or a credit note. */
async function listAllocations({ db }: Context, invoiceId: string) {
  const rows = await db
    .select({
      id: invoiceAllocations.id,
      at: invoiceAllocations.at,
      amountCents: invoiceAllocations.amountCents,
      means: payments.means,
      isPayment: sql<boolean>`${invoiceAllocations.paymentId} is not null`,
      creditNote: invoices.number,
    })
    .from(invoiceAllocations)
    .leftJoin(payments, eq(payments.id, invoiceAllocations.paymentId))
    .leftJoin(invoices, eq(invoices.id, invoiceAllocations.creditNoteId))
    .where(eq(invoiceAllocations.invoiceId, invoiceId))
    .orderBy(asc(invoiceAllocations.at), asc(invoiceAllocations.id));
  return rows.map(({ at, ...row }) => ({ ...row, on: dateOf(at) }));
}

const listCredits = ({ db }: Context, invoiceId: string) =>
  db
    .select({ id: invoices.id, number: invoices.number, totalCents: invoices.totalCents, issuedOn: invoices.issuedOn })
    .from(invoices)
    .where(and(eq(invoices.creditOfId, invoiceId), eq(invoices.kind, "credit_note")))
    .orderBy(asc(invoices.issuedAt));

/** The exchanges that contest it or one of its lines, the last first. */
const listContests = ({ db }: Context, invoiceId: string) =>
  db
    .select({ id: contactThreads.id, title: contactThreads.title, status: contactThreads.status })
    .from(contactThreads)
    .where(eq(contactThreads.invoiceId, invoiceId))
    .orderBy(desc(contactThreads.createdAt));

async function listReminders({ db }: Context, invoiceId: string) {
  const rows = await db
    .select({ level: invoiceReminders.level, sentAt: invoiceReminders.sentAt })
    .from(invoiceReminders)
    .where(eq(invoiceReminders.invoiceId, invoiceId))
    .orderBy(asc(invoiceReminders.level));
  return rows.map(({ level, sentAt }) => ({ level, on: dateOf(sentAt) }));
}
