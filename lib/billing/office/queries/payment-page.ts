import { asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import {
  accounts,
  activities,
  checkoutLines,
  checkouts,
  dayClosings,
  households,
  paymentCancellations,
  paymentIncidents,
  paymentNotices,
  payments,
  persons,
  receipts,
  reservations,
  revenueOffices,
  slotOccurrences,
  slots,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

export type PaymentPage = Awaited<ReturnType<typeof getPaymentPage>>;

/** A payment with everything known of it: what it was for, what the bank said, its receipt, what had to be looked at. */
export async function getPaymentPage(ctx: Context, id: string) {
  authorize(ctx, "revenue-office:read");
  assertUuid(id);

  const [payment] = await ctx.db
    .select({
      id: payments.id,
      householdId: payments.householdId,
      household: households.name,
      office: revenueOffices.name,
      gateway: payments.gateway,
      mode: payments.mode,
      orderReference: payments.orderReference,
      reference: payments.reference,
      bankReference: payments.bankReference,
      amountCents: payments.amountCents,
      subject: payments.subject,
      payerEmail: payments.payerEmail,
      status: payments.status,
      means: payments.means,
      counterDetail: payments.counterDetail,
      createdAt: payments.createdAt,
      settledAt: payments.settledAt,
      nextCheckAt: payments.nextCheckAt,
      lastAnswer: payments.lastAnswer,
      collectedBy: accounts.displayName,
      closingId: payments.dayClosingId,
      closingNumber: dayClosings.number,
      receiptId: receipts.id,
      receiptNumber: receipts.number,
      receipt: receipts.view,
      cancelledAt: paymentCancellations.cancelledAt,
      cancelReason: paymentCancellations.reason,
    })
    .from(payments)
    .innerJoin(households, eq(households.id, payments.householdId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, payments.revenueOfficeId))
    .leftJoin(accounts, eq(accounts.id, payments.collectedBy))
    .leftJoin(dayClosings, eq(dayClosings.id, payments.dayClosingId))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .leftJoin(paymentCancellations, eq(paymentCancellations.paymentId, payments.id))
    .where(eq(payments.id, id));
  if (!payment) throw new DomainError("not_found");

  const [places, notices, incidents] = await Promise.all([
    listPlaces(ctx, id),
    ctx.db
      .select({
        id: paymentNotices.id,
        receivedAt: paymentNotices.receivedAt,
        verdict: paymentNotices.verdict,
        body: paymentNotices.body,
      })
      .from(paymentNotices)
      .where(eq(paymentNotices.paymentId, id))
      .orderBy(asc(paymentNotices.id)),
    ctx.db.select(incidentColumns).from(paymentIncidents).where(eq(paymentIncidents.paymentId, id)),
  ]);
  return { ...payment, places, notices, incidents };
}

/** What was in the basket when it was paid, and what became of each place. */
const listPlaces = (ctx: Context, paymentId: string) =>
  ctx.db
    .select({
      id: reservations.id,
      date: slotOccurrences.date,
      activity: activities.name,
      slot: slots.label,
      child: persons.firstName,
      priceCents: checkoutLines.priceCents,
      status: reservations.status,
    })
    .from(checkouts)
    .innerJoin(checkoutLines, eq(checkoutLines.checkoutId, checkouts.id))
    .innerJoin(reservations, eq(reservations.id, checkoutLines.reservationId))
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(persons, eq(persons.id, reservations.childId))
    .where(eq(checkouts.paymentId, paymentId))
    .orderBy(asc(slotOccurrences.date), asc(persons.firstName), asc(slots.startsAt));

const incidentColumns = {
  id: paymentIncidents.id,
  kind: paymentIncidents.kind,
  detail: paymentIncidents.detail,
  at: paymentIncidents.at,
  resolvedAt: paymentIncidents.resolvedAt,
  resolution: paymentIncidents.resolution,
  note: paymentIncidents.note,
};

export type IncidentView = Awaited<ReturnType<typeof listIncidents>>[number];

const RECENTLY_CLOSED = 20;

/** What an agent must look at, the oldest first; or what was closed lately, the newest first. */
export async function listIncidents(ctx: Context, { closed }: { closed: boolean }) {
  authorize(ctx, "revenue-office:read");
  return ctx.db
    .select({
      ...incidentColumns,
      paymentId: payments.id,
      orderReference: payments.orderReference,
      amountCents: payments.amountCents,
      householdId: households.id,
      household: households.name,
      office: revenueOffices.name,
      resolvedBy: accounts.displayName,
    })
    .from(paymentIncidents)
    .leftJoin(payments, eq(payments.id, paymentIncidents.paymentId))
    .leftJoin(households, eq(households.id, payments.householdId))
    .leftJoin(revenueOffices, eq(revenueOffices.id, payments.revenueOfficeId))
    .leftJoin(accounts, eq(accounts.id, paymentIncidents.resolvedBy))
    .where(closed ? isNotNull(paymentIncidents.resolvedAt) : isNull(paymentIncidents.resolvedAt))
    .orderBy(closed ? desc(paymentIncidents.resolvedAt) : asc(paymentIncidents.at))
    .limit(closed ? RECENTLY_CLOSED : 500);
}
