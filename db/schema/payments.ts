import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, createdAt, id, instant, rowId } from "../columns";
import { accounts } from "./accounts";
import { gateway, revenueOffices } from "./catalogue";
import { households } from "./families";

export const paymentStatus = pgEnum("payment_status", [
  "initiated",
  "pending",
  "paid",
  "refused",
  "cancelled",
  "expired",
  "failed",
]);
export type PaymentState = (typeof paymentStatus.enumValues)[number];

/** The first two are a bank's, online; the others are taken at the counter by the régie (handbook §5.5, §5.11). */
export const paymentMeans = pgEnum("payment_means", [
  "card",
  "direct_debit",
  "cash",
  "cheque",
  "card_terminal",
  "cesu",
  "ancv",
  "transfer",
]);
export type PaymentMeans = (typeof paymentMeans.enumValues)[number];

/** What identifies a payment taken at the counter, as its means wants it. */
export type CounterDetail = {
  cheque?: { number: string; bank: string; issuer: string };
  /** CESU and ANCV: one line per ticket. */
  tickets?: { number: string; cents: number }[];
  /** The bank's words for a transfer. */
  transfer?: string;
};

/** What was taken at the counter since the last closing, counted and frozen; numbers follow one another per régie. */
export type ClosingTotals = { means: PaymentMeans; count: number; cents: number }[];
export const dayClosings = pgTable(
  "day_closings",
  {
    id: id(),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    number: integer().notNull(),
    totals: jsonb().$type<ClosingTotals>().notNull(),
    /** What the drawer held, against the cash that was recorded. */
    countedCashCents: cents().notNull(),
    cashCents: cents().notNull(),
    note: text(),
    closedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    closedAt: instant().notNull(),
  },
  (t) => [unique("day_closings_office_number_unique").on(t.revenueOfficeId, t.number)],
);

/**
 * Money that comes in. Online: one attempt, written before the bank is called; a new try is a new row (protocols §1). At
 * the counter: no gateway, paid at once, and the key of the form that was sent, so that it is taken once.
 */
export const payments = pgTable(
  "payments",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    gateway: gateway(),
    /** Whether real money moves: a test payment can never settle what production asked, nor the reverse. */
    mode: text().notNull(),
    /** Ours, sent to the bank: refdet, vads_order_id. */
    orderReference: text().notNull(),
    /** The bank's: idOp, or site-day-trans_id; unknown until it has answered. */
    reference: text(),
    amountCents: cents().notNull(),
    subject: text().notNull(),
    payerEmail: text(),
    status: paymentStatus().notNull().default("initiated"),
    means: paymentMeans(),
    bankReference: text(),
    createdAt: createdAt(),
    settledAt: instant(),
    nextCheckAt: instant(),
    checks: integer().notNull().default(0),
    lastAnswer: jsonb().$type<Record<string, string>>(),
    submissionKey: uuid(),
    collectedBy: uuid().references(() => accounts.id),
    counterDetail: jsonb().$type<CounterDetail>(),
    dayClosingId: uuid().references(() => dayClosings.id),
  },
  (t) => [
    check("payments_payer_check", sql`${t.gateway} is null or ${t.payerEmail} is not null`),
    unique("payments_gateway_reference_unique").on(t.gateway, t.reference),
    unique("payments_order_reference_unique").on(t.orderReference),
    index("payments_household_idx").on(t.householdId, t.createdAt),
    index("payments_next_check_idx").on(t.nextCheckAt).where(sql`${t.nextCheckAt} is not null`),
    unique("payments_submission_unique").on(t.submissionKey),
    index("payments_office_settled_idx").on(t.revenueOfficeId, t.settledAt),
    check("payments_amount_check", sql`${t.amountCents} > 0`),
    check("payments_counter_check", sql`(${t.gateway} is null) = (${t.submissionKey} is not null)`),
  ],
);

/** A quittance withdrawn before the day was closed: the payment and its number stay, with the reason. */
export const paymentCancellations = pgTable("payment_cancellations", {
  paymentId: uuid()
    .primaryKey()
    .references(() => payments.id),
  reason: text().notNull(),
  cancelledBy: uuid()
    .notNull()
    .references(() => accounts.id),
  cancelledAt: instant().notNull(),
});

/** Everything a bank told us, as received, with what we made of it. */
export const paymentNotices = pgTable(
  "payment_notices",
  {
    id: rowId(),
    gateway: gateway().notNull(),
    paymentId: uuid().references(() => payments.id),
    body: text().notNull(),
    verdict: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [index("payment_notices_payment_idx").on(t.paymentId)],
);

export const incidentResolution = pgEnum("incident_resolution", ["matched", "kept_as_credit", "refund", "other"]);
export type IncidentResolution = (typeof incidentResolution.enumValues)[number];

/** What an agent must look at: authentic but not what was asked, or paid for something that no longer exists. */
export const paymentIncidents = pgTable(
  "payment_incidents",
  {
    id: rowId(),
    paymentId: uuid().references(() => payments.id),
    kind: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    at: instant().notNull(),
    resolvedAt: instant(),
    resolvedBy: uuid().references(() => accounts.id),
    resolution: incidentResolution(),
    note: text(),
  },
  (t) => [unique("payment_incidents_payment_kind_unique").on(t.paymentId, t.kind)],
);

/** vads_trans_id is unique per shop and UTC day: a counter, not the clock (protocols §5.4). */
export const transactionCounters = pgTable(
  "transaction_counters",
  {
    siteId: text().notNull(),
    day: date().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ name: "transaction_counters_pkey", columns: [t.siteId, t.day] })],
);
