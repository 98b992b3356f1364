import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, rowId } from "../columns";

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
