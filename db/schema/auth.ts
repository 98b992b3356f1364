import { bigint, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";
import { accounts } from "./accounts";
import { households } from "./families";

/** A session can be ended from the server: the cookie only holds a token whose SHA-256 is the key here. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** The household a guardian is looking at. */
    householdId: uuid().references(() => households.id),
    /** The household an agent looks at through the family's eyes: reading only. */
    observedHouseholdId: uuid().references(() => households.id),
    /** When the second factor was given in this session. */
    secondFactorAt: instant(),
    userAgent: text(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index("sessions_account_idx").on(t.accountId)],
);

/** Counters of rate-limiter-flexible: in PostgreSQL, so that several servers agree. */
export const throttles = pgTable("throttles", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});
