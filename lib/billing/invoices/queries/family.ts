import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { checkoutInvoices, checkouts, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { listBalances } from "@/lib/ledger/queries";
import { isTestMode } from "@/lib/payments/rules";
import { listOpenPayments } from "../../open-payments";
import { remainingDue } from "../remaining-due";
import type { DueBlock } from "../rules";

/** What a family still owes, one block per régie because each is paid at its own bank; the first to fall due first. */
export async function listDueInvoices(ctx: Context, householdId: string): Promise<DueBlock[]> {
  authorize(ctx, "invoices:read", { householdId });

  const [due, balances, open] = await Promise.all([
    ctx.db
      .select({
        id: invoices.id,
        number: invoices.number,
        totalCents: invoices.totalCents,
        dueOn: sql<string>`${invoices.dueOn}::text`,
        periodFrom: invoices.periodFrom,
        periodTo: invoices.periodTo,
        dueCents: remainingDue,
        revenueOfficeId: revenueOffices.id,
        office: revenueOffices.name,
        gateway: revenueOffices.gateway,
        settings: revenueOffices.gatewaySettings,
      })
      .from(invoices)
      .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
      .where(and(eq(invoices.householdId, householdId), eq(invoices.kind, "invoice"), sql`${remainingDue} > 0`))
      .orderBy(asc(revenueOffices.name), asc(invoices.dueOn), asc(invoices.number)),
    listBalances(ctx, householdId),
    listOpenPayments(ctx, householdId, "invoices"),
  ]);
  const today = dateOf(ctx.now);
  const leaving = await listInvoicesOf(
    ctx,
    open.map(({ id }) => id),
  );
  return [...new Map(due.map((invoice) => [invoice.revenueOfficeId, invoice])).values()].map(
    ({ revenueOfficeId, office, gateway, settings }) => ({
      revenueOfficeId,
      name: office,
      gateway,
      test: isTestMode("saisie" in settings ? settings.saisie : settings.mode),
      balanceCents: Math.max(
        0,
        balances.find((balance) => balance.revenueOfficeId === revenueOfficeId)?.balanceCents ?? 0,
      ),
      openPaymentId: open.find((payment) => payment.revenueOfficeId === revenueOfficeId)?.id ?? null,
      invoices: due
        .filter((invoice) => invoice.revenueOfficeId === revenueOfficeId)
        .map(({ id, number, totalCents, dueCents, dueOn, periodFrom, periodTo }) => ({
          id,
          number,
          totalCents,
          dueCents,
          dueOn,
          periodFrom,
          periodTo,
          isLate: dueOn < today,
          isBeingPaid: leaving.includes(id),
        })),
    }),
  );
}

/** The invoices that payments at the bank are for. */
async function listInvoicesOf({ db }: Context, paymentIds: string[]): Promise<string[]> {
  if (paymentIds.length === 0) return [];
  const rows = await db
    .select({ id: checkoutInvoices.invoiceId })
    .from(checkoutInvoices)
    .innerJoin(checkouts, eq(checkouts.id, checkoutInvoices.checkoutId))
    .where(inArray(checkouts.paymentId, paymentIds));
  return rows.map(({ id }) => id);
}

/** Three years of monthly invoices at two régies. */
const HISTORY = 100;

/** Invoices paid or credited in full, and credit notes, newest first. */
export async function listSettledInvoices(ctx: Context, householdId: string) {
  authorize(ctx, "invoices:read", { householdId });

  return ctx.db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      periodFrom: invoices.periodFrom,
      periodTo: invoices.periodTo,
      totalCents: invoices.totalCents,
      office: revenueOffices.name,
      settledAt: sql<
        string | null
      >`(select max(paid.at)::text from invoice_allocations paid where paid.invoice_id = invoices.id)`,
    })
    .from(invoices)
    .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
    .where(and(eq(invoices.householdId, householdId), sql`${remainingDue} = 0`))
    .orderBy(desc(invoices.issuedAt), desc(invoices.number))
    .limit(HISTORY);
}
