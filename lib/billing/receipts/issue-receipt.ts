import { asc, eq, inArray, sql } from "drizzle-orm";
import {
  activities,
  households,
  payments,
  persons,
  type ReceiptView,
  receipts,
  reservations,
  revenueOffices,
  slotOccurrences,
  slots,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { isTestMode } from "@/lib/payments/rules";
import type { SettledCheckout } from "../book-checkout";
import { takeNumbers } from "../numbers/take-numbers";
import { keptAsCredit } from "../rules";

export type IssuedReceipt = { id: string; number: string };

/**
 * Issues the receipt of a paid payment: what was paid is frozen, the number follows the last one of its year without a
 * gap (the series' row stays locked until the caller's transaction ends). Online receipts are one series of the portal's,
 * and what was paid without real money while a régie tries its bank another; quittances of a counter are one per régie,
 * because each régisseur answers for a journal à souches of their own (§5.5).
 */
export async function issueReceipt(ctx: Context, paymentId: string, booked: SettledCheckout): Promise<IssuedReceipt> {
  authorize(ctx, "payments:settle");

  const view = await receiptView(ctx, paymentId, booked);
  const series = seriesOf(view, dateOf(ctx.now).slice(0, 4));
  const [count] = await takeNumbers(ctx, { series, count: 1 });
  const number = `${series}${String(count).padStart(6, "0")}`;
  const [receipt] = await ctx.db
    .insert(receipts)
    .values({ paymentId, householdId: view.householdId, number, issuedAt: ctx.now, view: view.receipt })
    .returning({ id: receipts.id });
  if (!receipt) throw new Error("no receipt was written");
  return { id: receipt.id, number };
}

function seriesOf({ mode, rank, receipt }: { mode: string; rank: number; receipt: ReceiptView }, year: string): string {
  if (!receipt.gateway) return `QUI-${year}-R${rank}-`;
  return `${isTestMode(mode) ? "TEST" : "REC"}${year}`;
}

async function receiptView(
  ctx: Context,
  paymentId: string,
  booked: SettledCheckout,
): Promise<{ householdId: string; mode: string; rank: number; receipt: ReceiptView }> {
  const organization = await findOrganization(ctx);
  const [payment] = await ctx.db
    .select({
      householdId: payments.householdId,
      mode: payments.mode,
      amountCents: payments.amountCents,
      means: payments.means,
      gateway: payments.gateway,
      orderReference: payments.orderReference,
      bankReference: payments.bankReference,
      email: payments.payerEmail,
      counter: payments.counterDetail,
      office: revenueOffices.name,
      rank: revenueOffices.rank,
      officer: revenueOffices.officerName,
      payer: households.name,
      address: sql<string>`${households.street} || ', ' || ${households.postalCode} || ' ' || ${households.city}`,
    })
    .from(payments)
    .innerJoin(revenueOffices, eq(revenueOffices.id, payments.revenueOfficeId))
    .innerJoin(households, eq(households.id, payments.householdId))
    .where(eq(payments.id, paymentId));
  if (!payment || !organization) throw new DomainError("not_found");

  const { amountCents, means, gateway, orderReference, bankReference } = payment;
  const keptAsCreditCents = keptAsCredit(amountCents, booked);
  return {
    householdId: payment.householdId,
    mode: payment.mode,
    rank: payment.rank,
    receipt: {
      organization: {
        name: organization.name,
        address: organization.address,
        siret: organization.siret,
        legalForm: organization.legalForm,
        email: organization.email,
        phone: organization.phone,
      },
      revenueOffice: payment.office,
      officer: payment.officer,
      payer: { name: `Famille ${payment.payer}`, address: payment.address, email: payment.email },
      paidAt: ctx.now.toISOString(),
      means,
      gateway,
      ...(payment.counter && { counter: payment.counter }),
      orderReference,
      bankReference,
      amountCents,
      lines: await receiptLines(ctx, booked.bookedIds),
      ...(booked.invoices && {
        invoices: booked.invoices.map(({ number, issuedOn, cents }) => ({ number, issuedOn, cents })),
      }),
      creditUsedCents: booked.bookedCents + keptAsCreditCents - amountCents,
      keptAsCreditCents,
    },
  };
}

const receiptLines = ({ db }: Context, reservationIds: number[]): Promise<ReceiptView["lines"]> =>
  db
    .select({
      date: slotOccurrences.date,
      activity: activities.name,
      slot: slots.label,
      child: persons.firstName,
      cents: reservations.priceCents,
    })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(persons, eq(persons.id, reservations.childId))
    .where(inArray(reservations.id, reservationIds))
    .orderBy(asc(slotOccurrences.date), asc(persons.firstName), asc(slots.startsAt));
