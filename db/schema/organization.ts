import { sql } from "drizzle-orm";
import { check, pgEnum, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

export const legalForm = pgEnum("legal_form", [
  "commune",
  "intercommunality",
  "ccas",
  "syndicate",
  "association",
  "other",
]);
export type LegalForm = (typeof legalForm.enumValues)[number];

/** What an audit found of the RGAA: "non conforme", "partiellement conforme", "totalement conforme". */
export const accessibilityLevel = pgEnum("accessibility_level", ["none", "partial", "full"]);
export type AccessibilityLevel = (typeof accessibilityLevel.enumValues)[number];

/** The commune, intercommunality or association that runs this portal: one row, and none before it is founded. */
export const organization = pgTable(
  "organization",
  {
    id: smallint().primaryKey().default(1),
    name: text().notNull(),
    shortName: text().notNull(),
    legalForm: legalForm().notNull().default("commune"),
    siret: text(),
    email: text().notNull(),
    phone: text(),
    address: text().notNull(),
    website: text(),
    openingHours: text(),
    /** Where the logo lies in the storage, as a PNG; a new logo is a new key. */
    logoKey: text(),
    /** "#rrggbb", from which every shade is derived (lib/core/palette); null: the portal's own blue. */
    primaryColor: text(),
    /** Who messages come from, and who is answered; null: the organisation's name, and its address. */
    senderName: text(),
    replyTo: text(),
    /** What invoices say of VAT ("TVA non applicable, article 256 B du CGI"). */
    vatMention: text(),
    publisher: text(),
    host: text(),
    dpo: text(),
    legalNotice: text(),
    privacyNotice: text(),
    accessibilityLevel: accessibilityLevel().notNull().default("none"),
    accessibilityNotice: text(),
    updatedAt: instant(),
  },
  (t) => [check("organization_single_row", sql`${t.id} = 1`)],
);
