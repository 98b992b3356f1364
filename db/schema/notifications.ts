import { index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";

/**
 * `kept`: no transport is set, the message can be read at /admin/messages/envois. `withheld`: its account is closed, or
 * wants no such message.
 */
export const emailStatus = pgEnum("email_status", ["queued", "sent", "kept", "failed", "withheld"]);
export type EmailStatus = (typeof emailStatus.enumValues)[number];

/** Every e-mail is a row before it is sent. */
export const emails = pgTable(
  "emails",
  {
    id: id(),
    template: text().notNull(),
    recipient: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** One event, one message: the second insert with the same key does nothing. */
    dedupeKey: text().notNull(),
    status: emailStatus().notNull().default("queued"),
    tries: integer().notNull().default(0),
    subject: text(),
    html: text(),
    text: text(),
    attachmentName: text(),
    lastError: text(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [unique("emails_dedupe_key_unique").on(t.dedupeKey), index("emails_created_at_idx").on(t.createdAt)],
);

/** The organisation's own subject and first words for a message; without a row, those of the portal. */
export const messageWordings = pgTable("message_wordings", {
  template: text().primaryKey(),
  subject: text().notNull(),
  opening: text().notNull(),
  updatedAt: instant().notNull(),
  updatedBy: uuid(),
});
