import { index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { persons } from "./families";

export const agentRole = pgEnum("agent_role", [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
]);

/** Who can sign in: an adult of a family (`personId`) or an agent (`role`), never both. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    /** Lower case and trimmed: the identifier of a person, in one spelling. */
    email: text().notNull(),
    displayName: text().notNull(),
    passwordHash: text(),
    personId: uuid().references(() => persons.id),
    role: agentRole(),
    disabledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique("accounts_email_unique").on(t.email), index("accounts_person_idx").on(t.personId)],
);

/** Single-use links; only the SHA-256 of the token is kept. */
export const passwordResets = pgTable(
  "password_resets",
  {
    tokenHash: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("password_resets_account_idx").on(t.accountId)],
);
