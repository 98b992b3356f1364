import { and, asc, eq, sql } from "drizzle-orm";
import { households, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf, daysFrom } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { listPayers } from "../invoices/list-payers";
import { remainingDue } from "../invoices/remaining-due";
import { findOfficeRules } from "../settings/office-rules";
import { ageingOf, nextStep, type Reminder } from "./rules";

const reminders = sql<{ level: 1 | 2; at: string }[]>`coalesce((
  select json_agg(json_build_object('level', sent.level, 'at', sent.sent_at) order by sent.level)
  from invoice_reminders sent where sent.invoice_id = invoices.id
), '[]')`;
const isBeingPaid = sql<boolean>`exists (
  select from checkout_invoices line
  join checkouts on checkouts.id = line.checkout_id
  join payments on payments.id = checkouts.payment_id and payments.status in ('initiated', 'pending')
  where line.invoice_id = invoices.id
)`;
const isContested = sql<boolean>`exists (
  select from contact_threads thread where thread.invoice_id = invoices.id and thread.status <> 'closed'
)`;

export type UnpaidInvoice = Awaited<ReturnType<typeof listUnpaid>>[number];

/** Every invoice that something is still due of, the oldest due first, with what it waits for. */
export async function listUnpaid(ctx: Context) {
  authorize(ctx, "invoices:read");

  const rows = await ctx.db
    .select({
      id: invoices.id,
      number: invoices.number,
      householdId: invoices.householdId,
      household: households.name,
      revenueOfficeId: invoices.revenueOfficeId,
      office: revenueOffices.name,
      dueOn: sql<string>`${invoices.dueOn}::text`,
      dueCents: remainingDue,
      reminders,
      isBeingPaid,
      isContested,
    })
    .from(invoices)
    .innerJoin(households, eq(households.id, invoices.householdId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
    .where(and(eq(invoices.kind, "invoice"), sql`${remainingDue} > 0`))
    .orderBy(asc(invoices.dueOn), asc(households.name), asc(invoices.number));

  const today = dateOf(ctx.now);
  const reachable = new Set(
    (await listPayers(ctx, [...new Set(rows.map(({ householdId }) => householdId))])).map(
      ({ householdId }) => householdId,
    ),
  );
  const rules = new Map<string, Awaited<ReturnType<typeof findOfficeRules>>>();
  for (const id of new Set(rows.map(({ revenueOfficeId }) => revenueOfficeId))) {
    rules.set(id, await findOfficeRules(ctx, id));
  }
  return rows.flatMap((row) => {
    const delays = rules.get(row.revenueOfficeId);
    if (!delays) return [];
    const sent = row.reminders.map(({ level, at }): Reminder => ({ level, on: dateOf(new Date(at)) }));
    const invoice = { ...row, reminders: sent, isUnreachable: !reachable.has(row.householdId) };
    return [{ ...invoice, daysLate: daysFrom(row.dueOn, today), next: nextStep(invoice, today, delays) }];
  });
}

/** What families owe by the age of their debts, and what each late invoice waits for. */
export async function getReminderDesk(ctx: Context) {
  authorize(ctx, "invoices:read");

  const unpaid = await listUnpaid(ctx);
  return { ageing: ageingOf(unpaid, dateOf(ctx.now)), late: unpaid.filter(({ daysLate }) => daysLate > 0) };
}
