import { date, index, integer, pgEnum, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";

export const tariffCategory = pgEnum("tariff_category", ["resident", "nonResident"]);
export type TariffCategory = (typeof tariffCategory.enumValues)[number];

/** The debtor account: not the same as "both parents" (handbook §1.2). */
export const households = pgTable("households", {
  id: id(),
  name: text().notNull(),
  street: text().notNull(),
  postalCode: text().notNull(),
  city: text().notNull(),
  tariffCategory: tariffCategory().notNull().default("resident"),
  createdAt: createdAt(),
});

export const persons = pgTable("persons", {
  id: id(),
  firstName: text().notNull(),
  lastName: text().notNull(),
  birthDate: date(),
  /** School level of a child: PS, MS, GS, CP, CE1, CE2, CM1, CM2. */
  gradeLevel: text(),
  phone: text(),
  createdAt: createdAt(),
});

export const householdRole = pgEnum("household_role", ["guardian", "child", "contact"]);

/** One person may belong to several households. */
export const householdMembers = pgTable(
  "household_members",
  {
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    role: householdRole().notNull(),
    /** Order on screen, from 1, and the colour of a child. */
    rank: smallint().notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "household_members_pkey", columns: [t.householdId, t.personId] }),
    index("household_members_person_idx").on(t.personId),
  ],
);

export const quotientSource = pgEnum("quotient_source", ["caf", "msa", "tax_notice", "declared"]);

/** Quotient familial of the CAF or MSA, frozen for a period (handbook §2.4). */
export const incomeQuotients = pgTable(
  "income_quotients",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    value: integer().notNull(),
    source: quotientSource().notNull(),
    effectiveFrom: date().notNull(),
    effectiveTo: date(),
    createdAt: createdAt(),
  },
  (t) => [index("income_quotients_household_idx").on(t.householdId, t.effectiveFrom)],
);
