import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { cents, createdAt, id, instant, rowId, rowRef } from "../columns";
import { accounts } from "./accounts";
import { type GatewayName, revenueOffices } from "./catalogue";
import { households } from "./families";
import { type CounterDetail, type PaymentMeans, payments } from "./payments";
import { reservations } from "./reservations";

/** What one payment is for, frozen when it starts. Total 0 after the balance: settled at once, without a bank. */
export const checkouts = pgTable(
  "checkouts",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    paymentId: uuid().references(() => payments.id),
    subtotalCents: cents().notNull(),
    /** Credit of the account kept for this checkout while its payment is open. */
    creditCents: cents().notNull(),
    totalCents: cents().notNull(),
    createdBy: uuid().references(() => accounts.id),
    createdAt: createdAt(),
    settledAt: instant(),
  },
  (t) => [
    unique("checkouts_payment_unique").on(t.paymentId),
    index("checkouts_household_idx").on(t.householdId, t.createdAt),
  ],
);

export const checkoutLines = pgTable(
  "checkout_lines",
  {
    checkoutId: uuid()
      .notNull()
      .references(() => checkouts.id),
    reservationId: rowRef()
      .notNull()
      .references(() => reservations.id),
    priceCents: cents().notNull(),
  },
  (t) => [
    primaryKey({ name: "checkout_lines_pkey", columns: [t.checkoutId, t.reservationId] }),
    index("checkout_lines_reservation_idx").on(t.reservationId),
  ],
);

/** What a receipt says, frozen at settlement: its PDF is drawn from this and nothing else. */
export type ReceiptView = {
  organization: { name: string; address: string; siret: string | null };
  revenueOffice: string;
  officer: string;
  payer: { name: string; address: string; email: string | null };
  paidAt: string;
  means: PaymentMeans | null;
  /** Null: taken at the counter, with what identifies it. */
  gateway: GatewayName | null;
  counter?: CounterDetail;
  orderReference: string;
  bankReference: string | null;
  amountCents: number;
  lines: { date: string; activity: string; slot: string; child: string; cents: number }[];
  /** Credit of the account used beside the payment. */
  creditUsedCents: number;
  /** What found no place and stays on the account. */
  keptAsCreditCents: number;
};

/** Exactly one per payment; numbers without a gap per series. */
export const receipts = pgTable(
  "receipts",
  {
    id: id(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    number: text().notNull(),
    issuedAt: instant().notNull(),
    view: jsonb().$type<ReceiptView>().notNull(),
  },
  (t) => [
    unique("receipts_payment_unique").on(t.paymentId),
    unique("receipts_number_unique").on(t.number),
    index("receipts_household_idx").on(t.householdId, t.issuedAt),
  ],
);

/** The last number given in a series; the row's lock makes numbers follow one another. */
export const numberSeries = pgTable("number_series", {
  series: text().primaryKey(),
  last: integer().notNull(),
});

export const refundStatus = pgEnum("refund_status", ["waiting", "approved", "refused", "withdrawn", "executed"]);
export type RefundStatus = (typeof refundStatus.enumValues)[number];

/**
 * A family asks its credit back. From then on the money is set aside in the ledger (`refunds_due`), so that it cannot be
 * spent as well. The IBAN is sealed with the portal's secret; `ibanEnd` is all that is shown of it.
 */
export const refundRequests = pgTable(
  "refund_requests",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    amountCents: cents().notNull(),
    reason: text().notNull(),
    holder: text().notNull(),
    iban: text().notNull(),
    ibanEnd: text().notNull(),
    status: refundStatus().notNull().default("waiting"),
    requestedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    requestedAt: instant().notNull(),
    executedAt: instant(),
  },
  (t) => [
    index("refund_requests_household_idx").on(t.householdId, t.requestedAt),
    index("refund_requests_status_idx").on(t.status, t.requestedAt),
    check("refund_requests_amount_check", sql`${t.amountCents} > 0`),
    check("refund_requests_executed_check", sql`(${t.status} = 'executed') = (${t.executedAt} is not null)`),
  ],
);

/** Who said what of a refund: above a threshold two different agents approve it (guarantee I25). */
export const refundDecisions = pgTable(
  "refund_decisions",
  {
    id: rowId(),
    refundRequestId: uuid()
      .notNull()
      .references(() => refundRequests.id),
    decision: refundStatus().notNull(),
    reason: text(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    at: instant().notNull(),
  },
  (t) => [unique("refund_decisions_agent_unique").on(t.refundRequestId, t.accountId, t.decision)],
);
