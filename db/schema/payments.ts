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

export const paymentMeans = pgEnum("payment_means", ["card", "direct_debit"]);
export type PaymentMeans = (typeof paymentMeans.enumValues)[number];

/** One attempt, written before the bank is called; a new try is a new row (protocols §1). */
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
    gateway: gateway().notNull(),
    /** Whether real money moves: a test payment can never settle what production asked, nor the reverse. */
    mode: text().notNull(),
    /** Ours, sent to the bank: refdet, vads_order_id. */
    orderReference: text().notNull(),
    /** The bank's: idOp, or site-day-trans_id; unknown until it has answered. */
    reference: text(),
    amountCents: cents().notNull(),
    subject: text().notNull(),
    payerEmail: text().notNull(),
    status: paymentStatus().notNull().default("initiated"),
    means: paymentMeans(),
    bankReference: text(),
    createdAt: createdAt(),
    settledAt: instant(),
    nextCheckAt: instant(),
    checks: integer().notNull().default(0),
    lastAnswer: jsonb().$type<Record<string, string>>(),
  },
  (t) => [
    unique("payments_gateway_reference_unique").on(t.gateway, t.reference),
    unique("payments_order_reference_unique").on(t.orderReference),
    index("payments_household_idx").on(t.householdId, t.createdAt),
    index("payments_next_check_idx").on(t.nextCheckAt).where(sql`${t.nextCheckAt} is not null`),
    check("payments_amount_check", sql`${t.amountCents} > 0`),
  ],
);

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
