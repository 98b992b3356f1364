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
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { activities, facilities } from "./catalogue";
import { households, persons } from "./families";

export const documentStatus = pgEnum("document_status", ["to_review", "valid", "rejected"]);
export type DocumentStatus = (typeof documentStatus.enumValues)[number];

/**
 * What is known of a stored file. Whatever the table, the column `storage_key` is where its bytes lie: a file that none of
 * them names any more is swept away. Null once the bytes are destroyed.
 */
const file = {
  fileName: text().notNull(),
  mediaType: text().notNull(),
  sizeBytes: integer().notNull(),
  sha256: text().notNull(),
  storageKey: text(),
};

/** A file that a family sent, or an agent put in its file: the row says what it is, the storage holds its bytes. */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    personId: uuid().references(() => persons.id),
    /** Which requirement it answers ("insurance"), or "photo", "judgment", "other". */
    kind: text().notNull(),
    /** Whether it takes the right to read health records. */
    isHealth: boolean().notNull().default(false),
    /** What the family says of it, in a few words. */
    note: text(),
    ...file,
    /** One sending, however often a telephone repeats it. */
    clientKey: uuid(),
    status: documentStatus().notNull().default("to_review"),
    reason: text(),
    validUntil: date(),
    uploadedBy: uuid(),
    createdAt: createdAt(),
    reviewedBy: uuid(),
    reviewedAt: instant(),
    /** A newer one was accepted in its place: it is still shown, and kept until the retention time. */
    replacedAt: instant(),
    /** Withdrawn: kept until the retention time, shown to nobody. */
    removedAt: instant(),
  },
  (t) => [
    unique("documents_storage_key_unique").on(t.storageKey),
    unique("documents_client_key_unique").on(t.householdId, t.clientKey),
    index("documents_household_idx").on(t.householdId, t.createdAt),
    index("documents_status_idx").on(t.status, t.createdAt),
  ],
);

export const documentSubject = pgEnum("document_subject", ["household", "adult", "child"]);
export type DocumentValidity =
  | { kind: "months"; months: number }
  | { kind: "untilDate"; date: string }
  | { kind: "schoolYear" }
  | { kind: "forever" };

/** What the organisation asks for (handbook §4.2). */
export const documentRequirements = pgTable(
  "document_requirements",
  {
    id: id(),
    kind: text().notNull(),
    label: text().notNull(),
    help: text(),
    appliesTo: documentSubject().notNull(),
    validity: jsonb().$type<DocumentValidity>().notNull(),
    isHealth: boolean().notNull().default(false),
    blocksBooking: boolean().notNull().default(false),
    remindDaysBefore: integer().notNull().default(30),
    isActive: boolean().notNull().default(true),
  },
  (t) => [unique("document_requirements_kind_unique").on(t.kind)],
);

export const publicationAudience = pgEnum("publication_audience", ["everyone", "facility", "activity"]);
export type PublicationAudience = (typeof publicationAudience.enumValues)[number];

/** What the structure puts at the disposal of all the families, or of those whose child comes to a place or an activity. */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    title: text().notNull(),
    description: text(),
    audience: publicationAudience().notNull(),
    facilityId: uuid().references(() => facilities.id),
    activityId: uuid().references(() => activities.id),
    /** Also for who is not signed in, on the home page. */
    isPublic: boolean().notNull().default(false),
    fromOn: date().notNull(),
    untilOn: date(),
    ...file,
    /** When the present file was put here: new for whoever has not opened it since. */
    fileAt: instant().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
    unpublishedAt: instant(),
  },
  (t) => [
    unique("publications_storage_key_unique").on(t.storageKey),
    index("publications_from_idx").on(t.fromOn),
    check(
      "publications_audience_check",
      sql`(${t.audience} = 'facility') = (${t.facilityId} is not null) and (${t.audience} = 'activity') = (${t.activityId} is not null)`,
    ),
    check("publications_public_check", sql`not ${t.isPublic} or ${t.audience} = 'everyone'`),
    check("publications_dates_check", sql`${t.untilOn} >= ${t.fromOn}`),
  ],
);

/** Who opened it last when. */
export const publicationReads = pgTable(
  "publication_reads",
  {
    publicationId: uuid()
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    readAt: instant().notNull(),
  },
  (t) => [primaryKey({ name: "publication_reads_pkey", columns: [t.publicationId, t.accountId] })],
);

/** A file that an agent addresses to one household, or to some: each finds it in its own space. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    title: text().notNull(),
    ...file,
    clientKey: uuid(),
    sentBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("deliveries_storage_key_unique").on(t.storageKey),
    unique("deliveries_client_key_unique").on(t.clientKey),
  ],
);

export const deliveryRecipients = pgTable(
  "delivery_recipients",
  {
    deliveryId: uuid()
      .notNull()
      .references(() => deliveries.id, { onDelete: "cascade" }),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    /** First opened by one of the household. */
    readAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ name: "delivery_recipients_pkey", columns: [t.deliveryId, t.householdId] }),
    index("delivery_recipients_household_idx").on(t.householdId),
  ],
);
