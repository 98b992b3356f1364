import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { cents, createdAt, id, instant, rowRef } from "../columns";
import { accounts } from "./accounts";
import { revenueOffices } from "./catalogue";
import { households } from "./families";
import { payments } from "./payments";
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
  payer: { name: string; address: string; email: string };
  paidAt: string;
  means: "card" | "direct_debit" | null;
  gateway: "payfip" | "systempay";
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
