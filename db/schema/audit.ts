import { index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, rowId, rowRef } from "../columns";

/** The append-only trail: a trigger refuses to change or remove a row. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: rowId(),
    at: instant().notNull(),
    type: text().notNull(),
    actorKind: text().notNull(),
    accountId: uuid(),
    householdId: uuid(),
    subjectId: text(),
    data: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [index("audit_events_household_idx").on(t.householdId, t.id)],
);

/**
 * The chain over the trail, written afterwards by one job: what is booked never waits for it. No foreign key, so that a
 * row removed behind the portal's back leaves its seal to tell of it.
 */
export const auditSeals = pgTable(
  "audit_seals",
  {
    /** From 1, in the order of sealing: an event committed late is sealed after those that overtook it. */
    position: rowRef().primaryKey(),
    eventId: rowRef().notNull(),
    /** SHA-256 of the hash before it and of the digest of its event, in hexadecimal. */
    hash: text().notNull(),
  },
  (t) => [unique("audit_seals_event_id_unique").on(t.eventId)],
);
