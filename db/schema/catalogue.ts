import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  time,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, createdAt, id, instant, rowId, rowRef } from "../columns";

/** `unknown`: Corsica, overseas, or not said yet; its calendar is then the one that the structure types in. */
export const schoolZone = pgEnum("school_zone", ["A", "B", "C", "unknown"]);
export type SchoolZone = (typeof schoolZone.enumValues)[number];

/** Whether there is school on Wednesday mornings (handbook §3.2). */
export const schoolWeek = pgEnum("school_week", ["four_days", "four_and_half_days"]);
export type SchoolWeek = (typeof schoolWeek.enumValues)[number];

/** A school year typed in by the structure, where the ministry's file does not tell; all days included. */
export type OwnSchoolYear = {
  firstDay: string;
  lastDay: string;
  holidays: { label: string; firstDayOff: string; lastDayOff: string }[];
};

/** Counts the changes, so that the second of two agents who edit the same thing is told. */
const revision = () => integer().notNull().default(0);

/** No longer offered; what happened under it stays readable. */
const archivedAt = () => instant();

/** A place that receives children. */
export const facilities = pgTable("facilities", {
  id: id(),
  name: text().notNull(),
  address: text().notNull(),
  email: text().notNull(),
  phone: text(),
  schoolZone: schoolZone().notNull(),
  /** Good Friday and Saint Stephen's Day are public holidays (Code du travail L3134-13). */
  alsaceMoselle: boolean().notNull().default(false),
  schoolWeek: schoolWeek().notNull().default("four_days"),
  ownSchoolYears: jsonb().$type<OwnSchoolYear[]>().notNull().default([]),
  revision: revision(),
  archivedAt: archivedAt(),
});

/** Days on which a structure is closed, known in advance: nothing is opened on them. Both days included. */
export const facilityClosures = pgTable(
  "facility_closures",
  {
    id: rowId(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    label: text().notNull(),
    firstDay: date().notNull(),
    lastDay: date().notNull(),
  },
  (t) => [
    index("facility_closures_facility_idx").on(t.facilityId, t.firstDay),
    check("facility_closures_days_check", sql`${t.firstDay} <= ${t.lastDay}`),
  ],
);

export const gateway = pgEnum("gateway", ["payfip", "systempay"]);
export type GatewayName = (typeof gateway.enumValues)[number];

export type PayfipSettings = { numcli: string; saisie: "T" | "X" | "W" };
export type SystempaySettings = { siteId: string; mode: "TEST" | "PRODUCTION" };

/** A régie: it cashes for the public accountant, through one gateway. Money of one never pays the other's services. */
export const revenueOffices = pgTable("revenue_offices", {
  id: id(),
  /** Short, for the numbers of its quittances. */
  rank: integer().generatedAlwaysAsIdentity().unique("revenue_offices_rank_unique"),
  name: text().notNull(),
  officerName: text().notNull(),
  email: text().notNull(),
  gateway: gateway().notNull(),
  gatewaySettings: jsonb().$type<PayfipSettings | SystempaySettings>().notNull(),
  /** The shop's key, sealed with the portal's secret (lib/core/secrets). */
  gatewaySecret: text(),
  revision: revision(),
  archivedAt: archivedAt(),
});

export const activityKind = pgEnum("activity_kind", ["before_after_school", "lunch", "wednesday", "holidays", "event"]);
export const billingMode = pgEnum("billing_mode", ["prepaid", "billed", "free"]);
export type BillingMode = (typeof billingMode.enumValues)[number];
export const approvalMode = pgEnum("approval_mode", ["automatic", "manual"]);
export type ApprovalMode = (typeof approvalMode.enumValues)[number];

/** Whether a child must be enrolled before booking, and whether an agent decides (handbook §1.2, `Enrollment`). */
export const enrollmentMode = pgEnum("enrollment_mode", ["none", "automatic", "manual"]);
export type EnrollmentMode = (typeof enrollmentMode.enumValues)[number];

/** Who is served first on the waiting list: the first to come, or children of the commune before the others (§3.6). */
export const waitingOrder = pgEnum("waiting_order", ["arrival", "residents"]);
export type WaitingOrder = (typeof waitingOrder.enumValues)[number];

/** What becomes of an absence (handbook §3.4). */
export type AbsencePolicy = {
  /** The absence is excused only with a proof (a medical certificate). */
  proofRequired: boolean;
  /** How long after the day the proof may come. */
  proofWithinHours: number;
  /** Days of a sickness that stay charged before the rest is excused (carence). */
  waitingDays: number;
  /** Days that can be excused in one absence; null: no limit. */
  maxExcusedDays: number | null;
};

export const activities = pgTable("activities", {
  id: id(),
  facilityId: uuid()
    .notNull()
    .references(() => facilities.id),
  revenueOfficeId: uuid()
    .notNull()
    .references(() => revenueOffices.id),
  name: text().notNull(),
  kind: activityKind().notNull(),
  billingMode: billingMode().notNull(),
  approval: approvalMode().notNull().default("automatic"),
  /** How long an unpaid request keeps its place. */
  holdMinutes: integer().notNull().default(20),
  isChildcare: boolean().notNull().default(true),
  enrollment: enrollmentMode().notNull().default("automatic"),
  /** Kinds of documents without which an enrolment is not complete. */
  requiredDocuments: jsonb().$type<string[]>().notNull().default([]),
  absencePolicy: jsonb()
    .$type<AbsencePolicy>()
    .notNull()
    .default({ proofRequired: true, proofWithinHours: 48, waitingDays: 0, maxExcusedDays: null }),
  /** What a child who comes unannounced pays beside the price. */
  unbookedSurchargeCents: cents().notNull().default(0),
  /** How long after the end a child may still be there before the departure counts as late. */
  pickupToleranceMinutes: smallint().notNull().default(10),
  /** What a late departure adds to the price of the day; nothing in most places. */
  latePickupCents: cents().notNull().default(0),
  /** Whether a request may still be sent after the deadline, always for an agent to decide (handbook §3.1). */
  lateRequests: boolean().notNull().default(false),
  /** What a request after the deadline costs beside the price. */
  lateSurchargeCents: cents().notNull().default(0),
  waitingOrder: waitingOrder().notNull().default("arrival"),
  /** A projet éducatif territorial: fewer adults are asked for (handbook §3.5). */
  hasPedt: boolean().notNull().default(false),
  position: smallint().notNull().default(0),
  revision: revision(),
  archivedAt: archivedAt(),
});

/**
 * From when to when some days of an activity can be booked (handbook §3.7, `BookingWindow`); a day that no window covers
 * only has its deadline. Windows of one activity do not overlap.
 */
export const bookingWindows = pgTable(
  "booking_windows",
  {
    id: rowId(),
    activityId: uuid()
      .notNull()
      .references(() => activities.id),
    firstDay: date().notNull(),
    lastDay: date().notNull(),
    opensAt: instant().notNull(),
    /** Families of the commune book from then on, before the others. */
    residentsOpenAt: instant(),
    /** After it, nothing more is booked, whatever the deadline of the day. */
    closesAt: instant(),
  },
  (t) => [
    index("booking_windows_activity_idx").on(t.activityId, t.firstDay),
    check("booking_windows_days_check", sql`${t.firstDay} <= ${t.lastDay}`),
    check("booking_windows_residents_check", sql`${t.residentsOpenAt} < ${t.opensAt}`),
    check("booking_windows_closing_check", sql`${t.opensAt} < ${t.closesAt}`),
  ],
);

/** By age on the day of the service, both included, or by school grade where grades are named (handbook §3.5). */
export const ageGroups = pgTable("age_groups", {
  id: rowId(),
  facilityId: uuid()
    .notNull()
    .references(() => facilities.id),
  name: text().notNull(),
  minAge: smallint().notNull(),
  maxAge: smallint().notNull(),
  /** When there are some, they decide and the ages do not. */
  grades: text().array().notNull().default([]),
  archivedAt: archivedAt(),
});

export type DaySkip = { weekends?: boolean; publicHolidays?: boolean; closedDays?: boolean; schoolHolidays?: boolean };

/** When one may still book or cancel (handbook §3.1). `time` is a local time "HH:MM". */
export type DeadlineRule = {
  time: string;
  skip?: DaySkip;
  /** Where a deadline falls on a skipped day: `earlier` moves it to the last day that counts. */
  onSkippedDay?: "earlier" | "stay";
} & (
  | { kind: "none" }
  | { kind: "daysBefore"; days: number; count: "calendar" | "working" | "school" }
  | { kind: "weekdayBefore"; weekday: number; weeks: 0 | 1 | 2 }
  | { kind: "dayOfPreviousMonth"; day: number }
  | { kind: "hoursBefore"; hours: number }
);

export const tariffs = pgTable("tariffs", {
  id: id(),
  label: text().notNull(),
  revision: revision(),
  archivedAt: archivedAt(),
});

export type IncomeBand = { code: string; min: number; max: number | null; cents: number };

/** What a family whose quotient is unknown pays: the dearest price, or what a family from elsewhere pays (§2.4). */
export type MissingQuotient = { missingQuotient?: "highest" | "nonResident" };

/** How a price is found (handbook §2.3): amounts in cents, rates as decimal strings, by tariff category. */
export type TariffMethod =
  | { method: "flat"; cents: { resident: number; nonResident: number } }
  | ({ method: "qf_band"; bands: { resident: IncomeBand[]; nonResident: IncomeBand[] } } & MissingQuotient)
  | ({
      method: "effort_rate";
      rate: string;
      minCents: number;
      maxCents: number;
      nonResidentCents?: number;
    } & MissingQuotient);

/** What the council decided, and from when; the version is chosen by the date of the service. */
export const tariffVersions = pgTable(
  "tariff_versions",
  {
    id: rowId(),
    tariffId: uuid()
      .notNull()
      .references(() => tariffs.id),
    validFrom: date().notNull(),
    validTo: date(),
    rule: jsonb().$type<TariffMethod>().notNull(),
    decision: text(),
  },
  (t) => [unique("tariff_versions_tariff_from_unique").on(t.tariffId, t.validFrom)],
);

/** The smallest reservable unit of an activity: "Matin", "Soir", "Journée". */
export const slots = pgTable(
  "slots",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    activityId: uuid()
      .notNull()
      .references(() => activities.id),
    ageGroupId: rowRef().references(() => ageGroups.id),
    tariffId: uuid()
      .notNull()
      .references(() => tariffs.id),
    label: text().notNull(),
    startsAt: time().notNull(),
    endsAt: time().notNull(),
    capacity: integer().notNull(),
    /** The part of the price that is no childcare, such as a meal: left out of tax certificates (handbook §5.11). */
    nonCareCents: cents().notNull().default(0),
    /** A meal is ordered for each child (handbook §6.4). */
    servesMeal: boolean().notNull().default(false),
    bookingDeadline: jsonb().$type<DeadlineRule>().notNull(),
    cancellationDeadline: jsonb().$type<DeadlineRule>().notNull(),
    revision: revision(),
    archivedAt: archivedAt(),
  },
  (t) => [index("slots_activity_idx").on(t.activityId)],
);

/**
 * Days on which something that opens stays shut after all: a strike, snow, a bridge (handbook §3.2). Its reach narrows
 * from the whole organisation to a structure, an activity or one slot.
 */
export const closures = pgTable(
  "closures",
  {
    id: id(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    facilityId: uuid().references(() => facilities.id),
    activityId: uuid().references(() => activities.id),
    slotId: integer().references(() => slots.id),
    /** What families read. */
    reason: text().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
    reopenedBy: uuid(),
    reopenedAt: instant(),
  },
  (t) => [
    index("closures_starts_idx").on(t.startsOn),
    check("closures_days_check", sql`${t.startsOn} <= ${t.endsOn}`),
    check("closures_reach_check", sql`num_nonnulls(${t.facilityId}, ${t.activityId}, ${t.slotId}) <= 1`),
  ],
);

/**
 * A slot on a date. `taken` and `waiting` follow the reservations by a trigger, whoever writes them, and the check is
 * the last word on capacity: no code path can oversell. What is free below `waiting` is for the waiting list.
 */
export const slotOccurrences = pgTable(
  "slot_occurrences",
  {
    id: rowId(),
    slotId: integer()
      .notNull()
      .references(() => slots.id),
    date: date().notNull(),
    capacity: integer().notNull(),
    taken: integer().notNull().default(0),
    waiting: integer().notNull().default(0),
    bookingClosesAt: instant().notNull(),
    cancellationClosesAt: instant().notNull(),
    closedReason: text(),
    /** The closure that shut it, which can be lifted; absent where it never opened. */
    closureId: uuid().references(() => closures.id),
    /** Adults who will be there, when someone has said so (handbook §3.5). */
    plannedAdults: smallint(),
  },
  (t) => [
    unique("slot_occurrences_slot_date_unique").on(t.slotId, t.date),
    index("slot_occurrences_date_idx").on(t.date),
    index("slot_occurrences_closure_idx").on(t.closureId).where(sql`${t.closureId} is not null`),
    check("slot_occurrences_capacity_check", sql`${t.taken} between 0 and ${t.capacity}`),
    // The last word for a request that comes while a day is being closed.
    check("slot_occurrences_closed_check", sql`${t.closedReason} is null or ${t.taken} = 0`),
  ],
);
