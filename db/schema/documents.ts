import { boolean, date, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { households, persons } from "./families";

export const documentStatus = pgEnum("document_status", ["to_review", "valid", "rejected"]);
export type DocumentStatus = (typeof documentStatus.enumValues)[number];

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
    fileName: text().notNull(),
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    status: documentStatus().notNull().default("to_review"),
    reason: text(),
    validUntil: date(),
    uploadedBy: uuid(),
    createdAt: createdAt(),
    reviewedBy: uuid(),
    reviewedAt: instant(),
    /** Replaced or withdrawn: kept until the retention time, shown to nobody. */
    removedAt: instant(),
  },
  (t) => [
    unique("documents_storage_key_unique").on(t.storageKey),
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
