import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import {
  households,
  ledgerEntries,
  ledgerTransactions,
  type PaymentMeans,
  paymentCancellations,
  paymentIncidents,
  payments,
  receipts,
  refundRequests,
  revenueOffices,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { JournalState } from "../input";
import { instantsOf, type Period, stateGroups } from "../rules";

export const PAGE_SIZE = 50;

export type JournalFilter = {
  period: Period;
  officeId?: string;
  means?: PaymentMeans;
  state: JournalState;
};

/** The régies of the organisation, for choosing one. */
export async function listOffices(ctx: Context) {
  authorize(ctx, "revenue-office:read");
  return ctx.db
    .select({ id: revenueOffices.id, name: revenueOffices.name })
    .from(revenueOffices)
    .orderBy(asc(revenueOffices.name));
}

/** When a payment stands in the journal: when it was settled or, before that, when it began. */
const at = sql<Date>`coalesce(${payments.settledAt}, ${payments.createdAt})`.mapWith(payments.createdAt);

const journalColumns = {
  id: payments.id,
  at,
  householdId: payments.householdId,
  household: households.name,
  office: revenueOffices.name,
  gateway: payments.gateway,
  means: payments.means,
  status: payments.status,
  amountCents: payments.amountCents,
  orderReference: payments.orderReference,
  receiptNumber: receipts.number,
  cancelledAt: paymentCancellations.cancelledAt,
};

/** Payments, online and at the counter, of some days: the newest first, a page at a time. */
export async function listJournal(ctx: Context, filter: JournalFilter, page: number) {
  authorize(ctx, "revenue-office:read");

  const rows = await ctx.db
    .select({ ...journalColumns, total: sql<number>`count(*) over ()::int` })
    .from(payments)
    .innerJoin(households, eq(households.id, payments.householdId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, payments.revenueOfficeId))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .leftJoin(paymentCancellations, eq(paymentCancellations.paymentId, payments.id))
    .where(whereOf(filter))
    .orderBy(desc(at), desc(payments.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

function whereOf({ period, officeId, means, state }: JournalFilter): SQL | undefined {
  const { start, end } = instantsOf(period);
  return and(
    sql`${at} >= ${start.toISOString()}::timestamptz`,
    sql`${at} < ${end.toISOString()}::timestamptz`,
    inArray(payments.status, [...stateGroups[state]]),
    state === "annules" ? isNotNull(paymentCancellations.paymentId) : undefined,
    state === "encaisses" ? isNull(paymentCancellations.paymentId) : undefined,
    officeId ? eq(payments.revenueOfficeId, officeId) : undefined,
    means ? eq(payments.means, means) : undefined,
  );
}

export type MeansTotal = { means: PaymentMeans | null; count: number; cents: number; cancelledCents: number };

/**
 * What came in during some days, per means, less the quittances withdrawn in them; and what the ledger says of the same
 * days, which must be the same to the cent (handbook §5.12).
 */
export async function getTotals(ctx: Context, { period, officeId }: Pick<JournalFilter, "period" | "officeId">) {
  authorize(ctx, "revenue-office:read");

  const { start, end } = instantsOf(period);
  const [received, cancelled, [ledger]] = await Promise.all([
    ctx.db
      .select({ means: payments.means, count: sql<number>`count(*)::int`, cents: sumOf(payments.amountCents) })
      .from(payments)
      .where(
        and(
          eq(payments.status, "paid"),
          gte(payments.settledAt, start),
          lt(payments.settledAt, end),
          officeId ? eq(payments.revenueOfficeId, officeId) : undefined,
        ),
      )
      .groupBy(payments.means),
    ctx.db
      .select({ means: payments.means, cents: sumOf(payments.amountCents) })
      .from(paymentCancellations)
      .innerJoin(payments, eq(payments.id, paymentCancellations.paymentId))
      .where(
        and(
          gte(paymentCancellations.cancelledAt, start),
          lt(paymentCancellations.cancelledAt, end),
          officeId ? eq(payments.revenueOfficeId, officeId) : undefined,
        ),
      )
      .groupBy(payments.means),
    ctx.db
      .select({
        receivedCents: sumOf(ledgerEntries.amountCents, sql`${ledgerTransactions.kind} in ('payment', 'reversal')`),
        refundedCents: sumOf(sql`-${ledgerEntries.amountCents}`, sql`${ledgerTransactions.kind} = 'refund'`),
      })
      .from(ledgerEntries)
      .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
      .where(
        and(
          eq(ledgerEntries.account, "bank"),
          gte(ledgerTransactions.at, start),
          lt(ledgerTransactions.at, end),
          officeId ? eq(ledgerEntries.revenueOfficeId, officeId) : undefined,
        ),
      ),
  ]);

  const kinds = [...new Set([...received, ...cancelled].map(({ means }) => means))];
  const byMeans = kinds.map((means): MeansTotal => {
    const came = received.find((row) => row.means === means);
    const went = cancelled.find((row) => row.means === means);
    return { means, count: came?.count ?? 0, cents: came?.cents ?? 0, cancelledCents: went?.cents ?? 0 };
  });
  const netCents = byMeans.reduce((sum, { cents, cancelledCents }) => sum + cents - cancelledCents, 0);
  return {
    byMeans: byMeans.sort((a, b) => b.cents - a.cents),
    netCents,
    ledgerCents: ledger?.receivedCents ?? 0,
    refundedCents: ledger?.refundedCents ?? 0,
  };
}

/** Beyond two billion cents a sum no longer fits an integer: it is read as a number. */
const sumOf = (value: SQL | typeof payments.amountCents | typeof ledgerEntries.amountCents, condition?: SQL) =>
  sql<number>`coalesce(sum(${value}) ${condition ? sql`filter (where ${condition})` : sql``}, 0)`.mapWith(Number);

/** What waits for someone of the régie: incidents, and refunds asked for. */
export async function countOfficeTasks(ctx: Context): Promise<{ incidents: number; refunds: number }> {
  authorize(ctx, "revenue-office:read");
  const [incidents, refunds] = await Promise.all([
    ctx.db.$count(paymentIncidents, isNull(paymentIncidents.resolvedAt)),
    ctx.db.$count(refundRequests, inArray(refundRequests.status, ["waiting", "approved"])),
  ]);
  return { incidents, refunds };
}
