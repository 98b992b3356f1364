import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { cents, instant, rowId, rowRef } from "../columns";
import { revenueOffices } from "./catalogue";
import { households } from "./families";

export const ledgerKind = pgEnum("ledger_kind", [
  "payment",
  "booking",
  "cancellation",
  "invoice",
  "credit_note",
  "allocation",
  "refund",
  "write_off",
  "adjustment",
  "reversal",
  "recognition",
]);
export type LedgerKind = (typeof ledgerKind.enumValues)[number];

/** One economic event: its entries sum to zero, which a deferred trigger checks at commit. Append-only. */
export const ledgerTransactions = pgTable(
  "ledger_transactions",
  {
    id: rowId(),
    kind: ledgerKind().notNull(),
    /** What it is about, so that the same event cannot be posted twice: "payment:<id>". */
    reference: text().notNull(),
    label: text().notNull(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    at: instant().notNull(),
  },
  (t) => [
    unique("ledger_transactions_reference_unique").on(t.reference),
    index("ledger_transactions_household_idx").on(t.householdId, t.id),
  ],
);

/**
 * A household has two accounts at each régie. `household` is its money: what it paid and has not used, the "Solde du
 * compte", never below zero. `receivable` is its debt: what issued invoices still claim. Paying an invoice moves money
 * from the first to the second. `refunds_due` holds the money
 * whose refund was asked: it is the family's no longer, and not gone yet.
 */
export const ledgerAccount = pgEnum("ledger_account", [
  "household",
  "receivable",
  "bank",
  "deferred_revenue",
  "revenue",
  "loss",
  "refunds_due",
]);
export type LedgerAccount = (typeof ledgerAccount.enumValues)[number];

/** Debit positive, credit negative. A household's balance is minus the sum of its `household` entries (lib/ledger). */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    id: rowId(),
    transactionId: rowRef()
      .notNull()
      .references(() => ledgerTransactions.id),
    account: ledgerAccount().notNull(),
    householdId: uuid().references(() => households.id),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    amountCents: cents().notNull(),
  },
  (t) => [
    check(
      "ledger_entries_household_check",
      sql`(${t.account}::text in ('household', 'receivable')) = (${t.householdId} is not null)`,
    ),
    check("ledger_entries_amount_check", sql`${t.amountCents} <> 0`),
    index("ledger_entries_transaction_idx").on(t.transactionId),
    index("ledger_entries_household_idx").on(t.householdId, t.revenueOfficeId),
  ],
);
