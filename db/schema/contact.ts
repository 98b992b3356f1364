import { boolean, date, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, rowRef } from "../columns";
import { accounts } from "./accounts";
import { invoiceLines, invoices } from "./billing";
import { activities, facilities } from "./catalogue";
import { households, persons } from "./families";

/** Whose turn it is. */
export const threadStatus = pgEnum("thread_status", ["to_handle", "waiting_family", "closed"]);
export type ThreadStatus = (typeof threadStatus.enumValues)[number];

/** What a family may write about: it helps to find who answers. */
export const threadSubject = pgEnum("thread_subject", [
  "enrolment",
  "reservation",
  "invoice",
  "document",
  "account",
  "other",
]);
export type ThreadSubject = (typeof threadSubject.enumValues)[number];

/** To whom a message to many families goes. */
export const broadcastAudience = pgEnum("broadcast_audience", ["everyone", "facility", "activity", "day"]);
export type BroadcastAudience = (typeof broadcastAudience.enumValues)[number];

/** One message to exactly the families concerned: each of them gets a thread of its own, which it can answer. */
export const contactBroadcasts = pgTable(
  "contact_broadcasts",
  {
    id: id(),
    audience: broadcastAudience().notNull(),
    facilityId: uuid().references(() => facilities.id),
    activityId: uuid().references(() => activities.id),
    /** With an activity or not: the families who have a place on that day. */
    day: date(),
    title: text().notNull(),
    body: text().notNull(),
    households: integer().notNull(),
    clientKey: uuid().notNull(),
    sentBy: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("contact_broadcasts_client_key_unique").on(t.sentBy, t.clientKey)],
);

/** What a household and the structure write to each other about one matter. */
export const contactThreads = pgTable(
  "contact_threads",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    subject: threadSubject().notNull(),
    /** Given by the agent who began it; a family only chooses a subject. */
    title: text(),
    childId: uuid().references(() => persons.id),
    activityId: uuid().references(() => activities.id),
    broadcastId: uuid().references(() => contactBroadcasts.id),
    /** The invoice that the family contests, and the line when it is one. */
    invoiceId: uuid().references(() => invoices.id),
    invoiceLineId: rowRef().references(() => invoiceLines.id),
    status: threadStatus().notNull(),
    assignedTo: uuid().references(() => accounts.id),
    createdAt: createdAt(),
    /** Of what the family sees: an internal note moves nothing. */
    lastMessageAt: instant().notNull(),
    /** The last word of the structure; null before any. */
    lastAnswerAt: instant(),
    closedAt: instant(),
  },
  (t) => [
    index("contact_threads_household_idx").on(t.householdId, t.lastMessageAt),
    index("contact_threads_status_idx").on(t.status, t.lastMessageAt),
    index("contact_threads_invoice_idx").on(t.invoiceId),
  ],
);

export const contactMessages = pgTable(
  "contact_messages",
  {
    id: id(),
    threadId: uuid()
      .notNull()
      .references(() => contactThreads.id, { onDelete: "cascade" }),
    /** Written by the structure, not by the family. */
    isStaff: boolean().notNull(),
    /** Between agents: never shown to the family. */
    isInternal: boolean().notNull().default(false),
    accountId: uuid().references(() => accounts.id),
    body: text().notNull(),
    /** One message, however often a telephone repeats it. */
    clientKey: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("contact_messages_client_key_unique").on(t.accountId, t.clientKey),
    index("contact_messages_thread_idx").on(t.threadId, t.createdAt),
  ],
);

export const contactAttachments = pgTable(
  "contact_attachments",
  {
    id: id(),
    messageId: uuid()
      .notNull()
      .references(() => contactMessages.id, { onDelete: "cascade" }),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
  },
  (t) => [
    unique("contact_attachments_storage_key_unique").on(t.storageKey),
    index("contact_attachments_message_idx").on(t.messageId),
  ],
);

/** Until when each person has read each thread. */
export const contactReads = pgTable(
  "contact_reads",
  {
    threadId: uuid()
      .notNull()
      .references(() => contactThreads.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    readAt: instant().notNull(),
  },
  (t) => [primaryKey({ name: "contact_reads_pkey", columns: [t.threadId, t.accountId] })],
);

/** What agents answer often. */
export const cannedAnswers = pgTable(
  "canned_answers",
  {
    id: id(),
    title: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (t) => [unique("canned_answers_title_unique").on(t.title)],
);
