import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, id, instant, rowId, rowRef } from "../columns";
import { accounts } from "./accounts";
import { slotOccurrences } from "./catalogue";
import { documents } from "./documents";
import { households, persons } from "./families";

/** Handbook §1.3 and §3.8. */
export const reservationStatus = pgEnum("reservation_status", [
  "requested",
  "booked",
  "waitlisted",
  "refused",
  "cancellation_requested",
  "cancelled",
  "absent_charged",
  "absent_excused",
  "attended",
  "attended_unbooked",
]);
export type ReservationStatus = (typeof reservationStatus.enumValues)[number];

/** What a request waits for; `answer`: a place offered to the waiting list, until the family takes it or leaves it. */
export const awaiting = pgEnum("awaiting", ["payment", "approval", "answer"]);
export type Awaiting = (typeof awaiting.enumValues)[number];

/** How a price was found, kept to answer "pourquoi ce prix ?" (handbook §2.3). */
export type PricingTrace = {
  tariff: string;
  validFrom: string;
  category: "resident" | "nonResident";
  method: "flat" | "qf_band" | "effort_rate" | "free";
  quotient?: number;
  quotientFrom?: string;
  quotientSource?: "caf" | "msa" | "tax_notice" | "declared";
  band?: string;
  bandMin?: number;
  bandMax?: number | null;
  rate?: string;
  bound?: "min" | "max";
  missingQuotient?: boolean;
  /** What a child who came unannounced, or was asked for too late, pays beside the tariff. */
  surchargeCents?: number;
  /** What a late departure adds, and when it was. */
  latePickupCents?: number;
  leftAt?: string;
  isLate?: boolean;
  /** Without a quotient, the price of a family from elsewhere: the tariff says so. */
  missingAs?: "nonResident";
};

/** Which weeks a pattern is about; `alternate` counts from the Monday of a week A, whatever its number. */
export type PatternRhythm =
  | { kind: "weekly" }
  | { kind: "parity" }
  | { kind: "alternate"; from: string }
  | { kind: "weeks"; mondays: string[] };

/** A week as a family lives it: what is ticked, in which weeks, and the days left out. */
export type PatternPlan = {
  rhythm: PatternRhythm;
  /** `turn`: the even weeks or the weeks A, or the others; always "a" where every week is alike. 1 is Monday. */
  slots: { childId: string; slotId: number; weekday: number; turn: "a" | "b" }[];
  except: { from: string; to: string }[];
};

/** A typical week, or a copied one, booked over some time in one act, and undone as one (complaints 11). */
export const patterns = pgTable(
  "patterns",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    plan: jsonb().$type<PatternPlan>().notNull(),
    firstDay: date().notNull(),
    lastDay: date().notNull(),
    /** What is paid in advance is booked up to this day, month after month; null: all of it at once. */
    bookedThrough: date(),
    createdBy: uuid().references(() => accounts.id),
    createdAt: instant().notNull(),
    undoneBy: uuid().references(() => accounts.id),
    undoneAt: instant(),
  },
  (t) => [
    index("patterns_household_idx").on(t.householdId, t.createdAt),
    index("patterns_to_continue_idx")
      .on(t.bookedThrough)
      .where(sql`${t.bookedThrough} is not null and ${t.undoneAt} is null`),
    check("patterns_days_check", sql`${t.firstDay} <= ${t.lastDay}`),
  ],
);

export const reservations = pgTable(
  "reservations",
  {
    id: rowId(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    occurrenceId: rowRef()
      .notNull()
      .references(() => slotOccurrences.id),
    status: reservationStatus().notNull(),
    awaiting: awaiting(),
    /** Until when a request that is not paid, or an offer that is not answered, keeps its place. */
    holdExpiresAt: instant(),
    priceCents: cents().notNull(),
    /** What the account was charged when it was booked in advance: what a cancellation gives back, at most once. */
    paidCents: cents().notNull().default(0),
    pricing: jsonb().$type<PricingTrace>().notNull(),
    /** Asked for after the deadline: an agent decides, whatever the activity (handbook §3.1). */
    isLate: boolean().notNull().default(false),
    requestedAt: instant().notNull(),
    requestedBy: uuid().references(() => accounts.id),
    /** The typical week that asked for it. */
    patternId: uuid().references(() => patterns.id),
  },
  (t) => [
    uniqueIndex("reservations_child_occurrence_live_unique")
      .on(t.childId, t.occurrenceId)
      .where(sql`${t.status} not in ('refused', 'cancelled')`),
    index("reservations_occurrence_idx").on(t.occurrenceId),
    index("reservations_household_idx").on(t.householdId),
    index("reservations_pattern_idx").on(t.patternId).where(sql`${t.patternId} is not null`),
    index("reservations_demands_idx")
      .on(t.id)
      .where(sql`${t.awaiting} = 'approval' or ${t.status} = 'cancellation_requested'`),
    index("reservations_hold_idx").on(t.holdExpiresAt).where(sql`${t.holdExpiresAt} is not null`),
    check("reservations_awaiting_check", sql`(${t.status} = 'requested') = (${t.awaiting} is not null)`),
    check(
      "reservations_hold_check",
      sql`(coalesce(${t.awaiting}::text, '') in ('payment', 'answer')) = (${t.holdExpiresAt} is not null)`,
    ),
    check("reservations_price_check", sql`${t.priceCents} >= 0`),
    check("reservations_paid_check", sql`${t.paidCents} between 0 and ${t.priceCents}`),
  ],
);

/** Who changed what, when, why, with which effect on the price: one row per change of state (handbook §3.8). */
export const reservationChanges = pgTable(
  "reservation_changes",
  {
    id: rowId(),
    reservationId: rowRef()
      .notNull()
      .references(() => reservations.id),
    status: reservationStatus().notNull(),
    actorKind: text().notNull(),
    accountId: uuid(),
    /** A code: "paid", "withdrawn", "offer_expired". */
    reason: text(),
    /** Why, in a person's own words: what a refusal tells the family. */
    note: text(),
    /** What the account was charged for it, or given back when negative: `paidCents` is their sum. */
    effectCents: cents().notNull().default(0),
    at: instant().notNull(),
  },
  (t) => [
    index("reservation_changes_reservation_idx").on(t.reservationId),
    index("reservation_changes_unanswered_idx").on(t.at).where(sql`${t.reason} = 'unanswered'`),
  ],
);

export const absenceReason = pgEnum("absence_reason", ["illness", "other"]);
export type AbsenceReason = (typeof absenceReason.enumValues)[number];

/** `settled`: the rule decided at once, nothing waits for anybody. */
export const absenceStatus = pgEnum("absence_status", [
  "awaiting_proof",
  "to_review",
  "settled",
  "excused",
  "charged",
  "withdrawn",
]);
export type AbsenceStatus = (typeof absenceStatus.enumValues)[number];

/** A child who will not come on some days, as its family says it in one gesture (handbook §3.4). */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    firstDay: date().notNull(),
    lastDay: date().notNull(),
    /** Where the waiting days are counted from: an absence that goes on began with the one before. */
    countedFrom: date().notNull(),
    reason: absenceReason().notNull(),
    /** What the family wrote, sealed: it may speak of health (lib/core/secrets). */
    sealedNote: text(),
    status: absenceStatus().notNull(),
    /** Until when a proof may come; null where none is asked for. */
    proofDueAt: instant(),
    documentId: uuid().references(() => documents.id),
    declaredBy: uuid().references(() => accounts.id),
    declaredAt: instant().notNull(),
    decidedBy: uuid().references(() => accounts.id),
    decidedAt: instant(),
    decisionNote: text(),
  },
  (t) => [
    index("absences_child_idx").on(t.childId, t.lastDay),
    index("absences_waiting_idx").on(t.declaredAt).where(sql`${t.status} in ('awaiting_proof', 'to_review')`),
    check("absences_days_check", sql`${t.countedFrom} <= ${t.firstDay} and ${t.firstDay} <= ${t.lastDay}`),
    check("absences_decided_check", sql`(${t.status} in ('excused', 'charged')) = (${t.decidedAt} is not null)`),
  ],
);

/** The places that an absence is about. */
export const absencePlaces = pgTable(
  "absence_places",
  {
    absenceId: uuid()
      .notNull()
      .references(() => absences.id),
    reservationId: rowRef()
      .notNull()
      .references(() => reservations.id),
  },
  (t) => [
    primaryKey({ columns: [t.absenceId, t.reservationId], name: "absence_places_pkey" }),
    index("absence_places_reservation_idx").on(t.reservationId),
  ],
);

/** What an agent pointed: there, not there, that an earlier pointing was a mistake, or gone home. */
export const attendanceState = pgEnum("attendance_state", ["present", "absent", "undone", "left"]);
export type AttendanceState = (typeof attendanceState.enumValues)[number];

/**
 * Every pointing, kept: two animators may point the same child, from tablets that have no network. The last one by `at`
 * counts; `clientKey` makes one that is sent again write nothing (handbook §1.3, `AttendanceRecord`).
 */
export const attendanceRecords = pgTable(
  "attendance_records",
  {
    id: rowId(),
    reservationId: rowRef()
      .notNull()
      .references(() => reservations.id),
    clientKey: uuid().notNull(),
    state: attendanceState().notNull(),
    /** The state of the reservation that this pointing found: where undoing it leads back. */
    found: reservationStatus(),
    /** When it was tapped, which may be long before it arrived here. */
    at: instant().notNull(),
    recordedAt: instant().notNull(),
    accountId: uuid(),
    /** When the child was taken away, which an agent may correct; of a departure only. */
    leftAt: instant(),
    /** Who took the child away, when it was said. */
    collectedBy: text(),
  },
  (t) => [
    unique("attendance_records_client_key_unique").on(t.clientKey),
    index("attendance_records_reservation_idx").on(t.reservationId, t.at),
  ],
);
