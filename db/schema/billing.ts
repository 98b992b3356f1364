import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, createdAt, id, instant, rowId, rowRef } from "../columns";
import { accounts } from "./accounts";
import { type GatewayName, revenueOffices } from "./catalogue";
import { households, persons } from "./families";
import type { LegalForm } from "./organization";
import { type CounterDetail, type PaymentMeans, payments } from "./payments";
import { type PricingTrace, reservationStatus, reservations } from "./reservations";

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
  /** As it was then; the first receipts kept less of it. */
  organization: {
    name: string;
    address: string;
    siret: string | null;
    legalForm?: LegalForm;
    email?: string;
    phone?: string | null;
  };
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
  /** Invoices that the payment was for, and how much of it each received. */
  invoices?: { number: string; issuedOn: string; cents: number }[];
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

export const invoiceKind = pgEnum("invoice_kind", ["invoice", "credit_note"]);

/** How a régie numbers and words its invoices. */
export const invoiceSettings = pgTable(
  "invoice_settings",
  {
    revenueOfficeId: uuid()
      .primaryKey()
      .references(() => revenueOffices.id),
    /** "PS" in 2001PS00003PNB; no two régies share one. */
    series: text().notNull(),
    /** "{YY}{MM}{SERIES}{COUNTER:5}PNB"; what the counter follows is everything else in it (lib/billing/invoices/numbers). */
    numberTemplate: text().notNull(),
    creditTemplate: text().notNull(),
    dueDays: smallint().notNull().default(30),
    /** Ways of paying beside the portal: desk, hours, bank details. */
    paymentTerms: text().notNull().default(""),
    vatMention: text().notNull().default(""),
    disputeContact: text().notNull().default(""),
    updatedBy: uuid().references(() => accounts.id),
    updatedAt: instant().notNull(),
  },
  (t) => [unique("invoice_settings_series_unique").on(t.series)],
);

/** What the act of a régie and its accountant decide; a régie without a row follows the usual rules (lib/billing/settings/rules). */
export const officeRules = pgTable(
  "office_rules",
  {
    revenueOfficeId: uuid()
      .primaryKey()
      .references(() => revenueOffices.id),
    /** The most cash that the drawer may hold, by the act of the régie; null where it says nothing. */
    cashCeilingCents: cents(),
    /** Above this a second agent must agree to a refund (guarantee I25). */
    secondAgentAboveCents: cents().notNull(),
    /** Below this no titre is issued (CGCT D1611-1). */
    smallestInvoiceCents: cents().notNull(),
    /** Days after the due date from which each reminder may leave (handbook §5.6). */
    firstReminderDays: smallint().notNull(),
    secondReminderDays: smallint().notNull(),
    updatedBy: uuid().references(() => accounts.id),
    updatedAt: instant().notNull(),
  },
  (t) => [
    check(
      "office_rules_cents_check",
      sql`least(${t.cashCeilingCents}, ${t.secondAgentAboveCents}, ${t.smallestInvoiceCents}) >= 0`,
    ),
    check(
      "office_rules_days_check",
      sql`0 < ${t.firstReminderDays} and ${t.firstReminderDays} < ${t.secondReminderDays}`,
    ),
  ],
);

export const billingRunStatus = pgEnum("billing_run_status", ["draft", "issuing", "done", "cancelled"]);
export type BillingRunStatus = (typeof billingRunStatus.enumValues)[number];

/** The invoices of one régie for a period: looked at first, then issued in the background. */
export const billingRuns = pgTable(
  "billing_runs",
  {
    id: id(),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    periodFrom: date().notNull(),
    periodTo: date().notNull(),
    dueOn: date().notNull(),
    /** Households that owe less than a titre may claim wait for the next run (CGCT D1611-1). */
    carriesSmall: boolean().notNull().default(false),
    /** Whether lines that should not have been billed are credited in the same run. */
    creditsAdjustments: boolean().notNull().default(true),
    status: billingRunStatus().notNull().default("draft"),
    createdBy: uuid().references(() => accounts.id),
    createdAt: createdAt(),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [index("billing_runs_office_idx").on(t.revenueOfficeId, t.createdAt)],
);

export const runHouseholdState = pgEnum("run_household_state", ["pending", "issued", "carried", "nothing", "failed"]);

/** What an agent should look at before issuing: how many lines each remark is about (lib/billing/runs/rules). */
export type RunWarnings = {
  /** Booked, the day gone by, and nobody pointed the child. */
  unrecorded?: number;
  /** Priced at the highest band for want of a quotient. */
  missingQuotient?: number;
  /** Priced with a quotient that was more than a year old on the day. */
  staleQuotient?: number;
  /** Not free, and priced zero. */
  zeroPrice?: number;
  /** Of before the period, not billed until now. */
  late?: number;
  /** Billed earlier, and no longer due: how many lines, and how much. */
  adjusted?: number;
  adjustedCents?: number;
  /** Below what a titre may claim. */
  small?: true;
  /** The median of the family's last invoices at this régie, when this one is more than three times as much. */
  usualCents?: number;
};

/** A run's list of work, drawn when it is prepared; each household leaves it in the transaction of its invoice. */
export const billingRunHouseholds = pgTable(
  "billing_run_households",
  {
    runId: uuid()
      .notNull()
      .references(() => billingRuns.id),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    /** Order of issue, which is that of the numbers. */
    position: integer().notNull(),
    lines: integer().notNull(),
    totalCents: cents().notNull(),
    warnings: jsonb().$type<RunWarnings>().notNull(),
    state: runHouseholdState().notNull().default("pending"),
    error: text(),
  },
  (t) => [
    primaryKey({ name: "billing_run_households_pkey", columns: [t.runId, t.householdId] }),
    index("billing_run_households_pending_idx").on(t.runId, t.position).where(sql`${t.state} = 'pending'`),
  ],
);

/** What an invoice says beside its lines, frozen when it is issued: its PDF is drawn from these and nothing else. */
export type InvoiceView = {
  organization: {
    name: string;
    address: string;
    siret: string | null;
    legalForm?: LegalForm;
    email: string;
    phone: string | null;
  };
  revenueOffice: { name: string; officer: string; email: string; gateway: "payfip" | "systempay" };
  payer: { name: string; lines: string[] };
  children: { id: string; name: string }[];
  /** The quotients and bands that the prices were found with. */
  quotients: { value: number | null; band: string | null; from: string | null }[];
  paymentTerms: string;
  vatMention: string;
  disputeContact: string;
  /** Of a credit note. */
  credits?: { number: string; issuedOn: string };
  reason?: string;
};

/**
 * Issued: never changed nor deleted; a mistake is corrected by a credit note, whose amounts are positive too. What is
 * still due is the total less the allocations (lib/billing/invoices/remaining-due).
 */
export const invoices = pgTable(
  "invoices",
  {
    id: id(),
    kind: invoiceKind().notNull(),
    /** What the counter follows: the number without its counter. */
    series: text().notNull(),
    number: text().notNull(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    revenueOfficeId: uuid()
      .notNull()
      .references(() => revenueOffices.id),
    runId: uuid().references(() => billingRuns.id),
    creditOfId: uuid().references((): AnyPgColumn => invoices.id),
    periodFrom: date().notNull(),
    periodTo: date().notNull(),
    issuedAt: instant().notNull(),
    issuedOn: date().notNull(),
    /** None on a credit note. */
    dueOn: date(),
    totalCents: cents().notNull(),
    view: jsonb().$type<InvoiceView>().notNull(),
    createdBy: uuid().references(() => accounts.id),
  },
  (t) => [
    unique("invoices_number_unique").on(t.number),
    // A run never bills a household twice, however often a killed job is run again.
    uniqueIndex("invoices_run_household_unique").on(t.runId, t.householdId).where(sql`${t.kind} = 'invoice'`),
    index("invoices_household_idx").on(t.householdId, t.issuedAt),
    index("invoices_office_idx").on(t.revenueOfficeId, t.issuedOn),
    index("invoices_credit_idx").on(t.creditOfId),
    check("invoices_credit_check", sql`(${t.kind} = 'credit_note') = (${t.creditOfId} is not null)`),
    check("invoices_due_check", sql`(${t.kind} = 'invoice') = (${t.dueOn} is not null)`),
    check("invoices_total_check", sql`${t.totalCents} > 0`),
  ],
);

/** What of a place is billed: the place itself, and beside it what a late departure costs, which may be known after. */
export const invoiceLinePart = pgEnum("invoice_line_part", ["place", "late_pickup"]);
export type InvoiceLinePart = (typeof invoiceLinePart.enumValues)[number];

/** A day of a child, as billed: what was due beyond what had been paid in advance. A credit note's line names the line it credits. */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    id: rowId(),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    reservationId: rowRef()
      .notNull()
      .references(() => reservations.id),
    part: invoiceLinePart().notNull().default("place"),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    date: date().notNull(),
    activity: text().notNull(),
    slot: text().notNull(),
    /** What the reservation was when billed: an absence or an unannounced child is said on the invoice. */
    status: reservationStatus().notNull(),
    priceCents: cents().notNull(),
    /** The price less what was paid in advance. */
    cents: cents().notNull(),
    pricing: jsonb().$type<PricingTrace>().notNull(),
    creditsLineId: rowRef().references((): AnyPgColumn => invoiceLines.id),
  },
  (t) => [
    index("invoice_lines_invoice_idx").on(t.invoiceId),
    index("invoice_lines_reservation_idx").on(t.reservationId),
    unique("invoice_lines_credits_unique").on(t.creditsLineId),
    check("invoice_lines_cents_check", sql`${t.cents} > 0`),
  ],
);

/**
 * The line that a part of a reservation is on now. Kept by a trigger on the lines: a second line for the same part is
 * refused, and crediting the line gives it back to the next run.
 */
export const billedReservations = pgTable(
  "billed_reservations",
  {
    reservationId: rowRef()
      .notNull()
      .references(() => reservations.id),
    part: invoiceLinePart().notNull().default("place"),
    lineId: rowRef()
      .notNull()
      .references(() => invoiceLines.id),
  },
  (t) => [primaryKey({ columns: [t.reservationId, t.part], name: "billed_reservations_pkey" })],
);

/** Money moved from the account, or forgiven by a credit note, to an invoice. Append-only; a trigger keeps 0 ≤ due ≤ total. */
export const invoiceAllocations = pgTable(
  "invoice_allocations",
  {
    id: id(),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    /** Negative when an earlier allocation is taken back: a cheque that bounced. */
    amountCents: cents().notNull(),
    at: instant().notNull(),
    /** What the money came with; neither: the credit of the account. */
    paymentId: uuid().references(() => payments.id),
    creditNoteId: uuid().references(() => invoices.id),
    /** The ledger transaction that moved it. */
    ledgerReference: text().notNull(),
  },
  (t) => [
    index("invoice_allocations_invoice_idx").on(t.invoiceId),
    index("invoice_allocations_payment_idx").on(t.paymentId),
    check("invoice_allocations_amount_check", sql`${t.amountCents} <> 0`),
    check("invoice_allocations_source_check", sql`num_nonnulls(${t.paymentId}, ${t.creditNoteId}) <= 1`),
  ],
);

/** A family told that an invoice is still unpaid after its due date: each reminder once, and never once it is paid. */
export const invoiceReminders = pgTable(
  "invoice_reminders",
  {
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    level: smallint().notNull(),
    dueCents: cents().notNull(),
    sentAt: instant().notNull(),
    sentBy: uuid().references(() => accounts.id),
  },
  (t) => [
    primaryKey({ name: "invoice_reminders_pkey", columns: [t.invoiceId, t.level] }),
    check("invoice_reminders_level_check", sql`${t.level} in (1, 2)`),
  ],
);

export const certificateKind = pgEnum("certificate_kind", ["fiscale", "presence", "paiement"]);

/**
 * A certificate as it was issued: never changed, so that its number and code still prove it years later. Asked for again
 * while the accounts say the same, it is the same one; when they no longer do, a new one is issued beside it.
 */
export const certificates = pgTable(
  "certificates",
  {
    id: id(),
    kind: certificateKind().notNull(),
    number: text().notNull(),
    /** A print of what it says: what proves a copy. */
    code: text().notNull(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    childId: uuid().references(() => persons.id),
    /** Of a fiscal certificate. */
    year: smallint(),
    /** All that its PDF is drawn from (lib/billing/certificates/certificate-document). */
    view: jsonb().$type<Record<string, unknown>>().notNull(),
    issuedAt: instant().notNull(),
    issuedOn: date().notNull(),
    issuedBy: uuid().references(() => accounts.id),
  },
  (t) => [
    unique("certificates_number_unique").on(t.number),
    unique("certificates_content_unique").on(t.householdId, t.kind, t.code),
    index("certificates_year_idx").on(t.year, t.kind),
  ],
);

export const certificateBatchStatus = pgEnum("certificate_batch_status", ["making", "ready"]);

/**
 * The tax certificates of every family for a year, made in the background, household after household, and kept a month
 * for the régie to download together.
 */
export const certificateBatches = pgTable(
  "certificate_batches",
  {
    id: id(),
    year: smallint().notNull(),
    status: certificateBatchStatus().notNull().default("making"),
    /** Households to look at, and how many of them were. */
    total: integer().notNull(),
    done: integer().notNull().default(0),
    /** The last household that was looked at: a slice begins after it. */
    lastHouseholdId: uuid(),
    /** Those whose certificates could not be made. */
    failedHouseholdIds: uuid().array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex("certificate_batches_making_unique").on(t.year).where(sql`${t.status} = 'making'`),
    check("certificate_batches_done_check", sql`${t.done} between 0 and ${t.total}`),
  ],
);

/** The PDF of one certificate, as it lies on the disk until its batch is downloaded. */
export const certificateBatchFiles = pgTable(
  "certificate_batch_files",
  {
    batchId: uuid()
      .notNull()
      .references(() => certificateBatches.id, { onDelete: "cascade" }),
    certificateId: uuid()
      .notNull()
      .references(() => certificates.id),
    storageKey: text().notNull(),
  },
  (t) => [primaryKey({ name: "certificate_batch_files_pkey", columns: [t.batchId, t.certificateId] })],
);

/** What a checkout pays of each invoice. */
export const checkoutInvoices = pgTable(
  "checkout_invoices",
  {
    checkoutId: uuid()
      .notNull()
      .references(() => checkouts.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    amountCents: cents().notNull(),
  },
  (t) => [
    primaryKey({ name: "checkout_invoices_pkey", columns: [t.checkoutId, t.invoiceId] }),
    index("checkout_invoices_invoice_idx").on(t.invoiceId),
    check("checkout_invoices_amount_check", sql`${t.amountCents} > 0`),
  ],
);

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
