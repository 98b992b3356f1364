import { asc, desc, eq, sql } from "drizzle-orm";
import {
  accounts,
  dayClosings,
  households,
  officeRules,
  paymentCancellations,
  payments,
  receipts,
  revenueOffices,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { groupBy } from "@/lib/core/group-by";
import { findOrganization } from "@/lib/core/organization";
import { assertUuid } from "@/lib/core/uuid";

const MONTHS_OF_DAYS = 60;

const closingColumns = {
  id: dayClosings.id,
  number: dayClosings.number,
  office: revenueOffices.name,
  officer: revenueOffices.officerName,
  totals: dayClosings.totals,
  cashCents: dayClosings.cashCents,
  countedCashCents: dayClosings.countedCashCents,
  note: dayClosings.note,
  closedBy: accounts.displayName,
  closedAt: dayClosings.closedAt,
};

/** The closings of every régie, the newest first. */
export async function listClosings(ctx: Context) {
  authorize(ctx, "revenue-office:read");
  return ctx.db
    .select(closingColumns)
    .from(dayClosings)
    .innerJoin(revenueOffices, eq(revenueOffices.id, dayClosings.revenueOfficeId))
    .innerJoin(accounts, eq(accounts.id, dayClosings.closedBy))
    .orderBy(desc(dayClosings.closedAt))
    .limit(MONTHS_OF_DAYS);
}

/** What each régie has taken at its counter since its last closing, per means; quittances withdrawn are out of it. */
export async function listOpenDays(ctx: Context) {
  authorize(ctx, "revenue-office:read");
  const isKept = sql`${paymentCancellations.paymentId} is null`;
  const rows = await ctx.db
    .select({
      officeId: revenueOffices.id,
      office: revenueOffices.name,
      means: payments.means,
      count: sql<number>`count(*) filter (where ${isKept})::int`,
      cents: sql<number>`coalesce(sum(${payments.amountCents}) filter (where ${isKept}), 0)::int`,
      /** The most cash that the act of the régie lets the drawer hold. */
      ceilingCents: officeRules.cashCeilingCents,
    })
    .from(payments)
    .innerJoin(revenueOffices, eq(revenueOffices.id, payments.revenueOfficeId))
    .leftJoin(paymentCancellations, eq(paymentCancellations.paymentId, payments.id))
    .leftJoin(officeRules, eq(officeRules.revenueOfficeId, revenueOffices.id))
    .where(sql`${payments.gateway} is null and ${payments.dayClosingId} is null`)
    .groupBy(revenueOffices.id, officeRules.revenueOfficeId, payments.means)
    .orderBy(asc(revenueOffices.name), asc(payments.means));
  return groupBy(rows, ({ officeId }) => officeId).map(([{ officeId, office, ceilingCents }, byMeans]) => ({
    officeId,
    office,
    ceilingCents,
    byMeans: byMeans.filter(({ count }) => count > 0),
    count: byMeans.reduce((sum, { count }) => sum + count, 0),
    cents: byMeans.reduce((sum, { cents }) => sum + cents, 0),
    cashCents: byMeans.find(({ means }) => means === "cash")?.cents ?? 0,
  }));
}

export type DepositSlip = Awaited<ReturnType<typeof getDepositSlip>>;

/** What is handed over with a closing: each payment of it, as the slip lists them. */
export async function getDepositSlip(ctx: Context, id: string) {
  authorize(ctx, "revenue-office:read");
  assertUuid(id);
  const [[closing], organization] = await Promise.all([
    ctx.db
      .select(closingColumns)
      .from(dayClosings)
      .innerJoin(revenueOffices, eq(revenueOffices.id, dayClosings.revenueOfficeId))
      .innerJoin(accounts, eq(accounts.id, dayClosings.closedBy))
      .where(eq(dayClosings.id, id)),
    findOrganization(ctx),
  ]);
  if (!closing || !organization) throw new DomainError("not_found");

  const lines = await ctx.db
    .select({
      number: receipts.number,
      household: households.name,
      means: payments.means,
      detail: payments.counterDetail,
      cents: payments.amountCents,
      isCancelled: sql<boolean>`${paymentCancellations.paymentId} is not null`,
    })
    .from(payments)
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .innerJoin(households, eq(households.id, payments.householdId))
    .leftJoin(paymentCancellations, eq(paymentCancellations.paymentId, payments.id))
    .where(eq(payments.dayClosingId, id))
    .orderBy(asc(payments.means), asc(receipts.number));
  return {
    ...closing,
    lines,
    organization: { name: organization.name, address: organization.address, siret: organization.siret },
  };
}
