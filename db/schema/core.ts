import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text } from "drizzle-orm/pg-core";

/** The commune, intercommunality or association that runs this portal: one row. */
export const organization = pgTable(
  "organization",
  {
    id: smallint().primaryKey().default(1),
    name: text().notNull(),
    shortName: text().notNull(),
    siret: text(),
    email: text().notNull(),
    phone: text(),
    address: text().notNull(),
  },
  (t) => [check("organization_single_row", sql`${t.id} = 1`)],
);
