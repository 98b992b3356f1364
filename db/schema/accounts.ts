import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { households, persons } from "./families";

export const agentRole = pgEnum("agent_role", [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
]);

/** What an adult wants to be told by e-mail beyond what must be said. */
export type NotificationChoices = { reminders: boolean; news: boolean };

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
    /** Second factor of an agent: the TOTP secret, sealed; in force once a first code has proved it. */
    totpSecret: text(),
    totpConfirmedAt: instant(),
    /** The last time step that was used: a code serves once. */
    totpLastStep: integer(),
    notifications: jsonb().$type<NotificationChoices>(),
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

/**
 * The address that founds the portal: one row, from the first start on. Its token is made of the nonce and of the secret
 * outside the database, so that each start can print it again; only its SHA-256 is kept.
 */
export const foundingLinks = pgTable(
  "founding_links",
  {
    id: smallint().primaryKey().default(1),
    nonce: text().notNull(),
    tokenHash: text().notNull(),
    createdAt: createdAt(),
    usedAt: instant(),
  },
  (t) => [check("founding_links_single_row", sql`${t.id} = 1`)],
);

/** Codes printed once, for the day the telephone is lost; only their SHA-256 is kept, and each serves once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    codeHash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [primaryKey({ name: "recovery_codes_pkey", columns: [t.accountId, t.codeHash] })],
);

export const signUpStatus = pgEnum("sign_up_status", [
  "draft",
  "submitted",
  "information_requested",
  "approved",
  "refused",
]);
export type SignUpStatus = (typeof signUpStatus.enumValues)[number];

/** A family that the structure does not know: saved step by step, then waiting for an agent. */
export const signUps = pgTable(
  "sign_ups",
  {
    id: id(),
    /** SHA-256 of the token in the visitor's cookie, by which they come back to their draft. */
    tokenHash: text().notNull(),
    status: signUpStatus().notNull().default("draft"),
    email: text(),
    /** What was typed so far, step by step; parsed by the schema of lib/accounts/sign-up when it is submitted. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    question: text(),
    submittedAt: instant(),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
    householdId: uuid().references(() => households.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("sign_ups_token_hash_unique").on(t.tokenHash),
    index("sign_ups_status_idx").on(t.status, t.submittedAt),
  ],
);

export const invitationKind = pgEnum("invitation_kind", ["activation", "guardian", "agent"]);

/** A link of seven days, single use, that can be asked for again; only the SHA-256 of its token is kept. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    tokenHash: text().notNull(),
    kind: invitationKind().notNull(),
    email: text().notNull(),
    /** The adult of the family whose account it opens; absent for an agent. */
    personId: uuid().references(() => persons.id),
    householdId: uuid().references(() => households.id),
    role: agentRole(),
    createdBy: uuid(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [unique("invitations_token_hash_unique").on(t.tokenHash), index("invitations_email_idx").on(t.email)],
);

/** A new address is in force once both the old and the new one have confirmed. */
export const emailChanges = pgTable(
  "email_changes",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    newEmail: text().notNull(),
    oldTokenHash: text().notNull(),
    newTokenHash: text().notNull(),
    oldConfirmedAt: instant(),
    newConfirmedAt: instant(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [
    unique("email_changes_old_token_unique").on(t.oldTokenHash),
    unique("email_changes_new_token_unique").on(t.newTokenHash),
    uniqueIndex("email_changes_open_unique").on(t.accountId).where(sql`${t.doneAt} is null`),
  ],
);

export const dataExportStatus = pgEnum("data_export_status", ["queued", "ready", "failed", "expired"]);

/** A copy of everything about a family, made in the background and kept for a week. */
export const dataExports = pgTable(
  "data_exports",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    status: dataExportStatus().notNull().default("queued"),
    storageKey: text(),
    createdAt: createdAt(),
    readyAt: instant(),
    expiresAt: instant(),
  },
  (t) => [index("data_exports_account_idx").on(t.accountId, t.createdAt)],
);

/** The private address at which a calendar reads the days of a household, in the name of an account: one of each at most. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    tokenHash: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    createdAt: createdAt(),
  },
  (t) => [unique("calendar_feeds_account_household_unique").on(t.accountId, t.householdId)],
);

/** Someone asks to be forgotten; what the law makes the structure keep is said, and an agent answers. */
export const deletionRequests = pgTable(
  "deletion_requests",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    householdId: uuid().references(() => households.id),
    message: text(),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: uuid(),
    isAccepted: boolean(),
    answer: text(),
  },
  (t) => [
    index("deletion_requests_account_idx").on(t.accountId),
    uniqueIndex("deletion_requests_waiting_unique").on(t.accountId).where(sql`${t.decidedAt} is null`),
  ],
);

export const importStatus = pgEnum("import_status", [
  "uploaded",
  "checked",
  "running",
  "done",
  "undone",
  "failed",
  "checking",
  "undoing",
]);
export type ImportStatus = (typeof importStatus.enumValues)[number];

/** A file of families, or two: their columns mapped, tried without writing, then brought in family by family, and undone as one. */
export const imports = pgTable("imports", {
  id: id(),
  /** What the list calls it: the names of its files. */
  fileName: text().notNull(),
  status: importStatus().notNull().default("uploaded"),
  /** Why it stopped, in words. */
  problem: text(),
  /** Lines to go through in the stage at hand, and how far it is. */
  total: integer().notNull().default(0),
  processed: integer().notNull().default(0),
  createdBy: uuid(),
  createdAt: createdAt(),
  finishedAt: instant(),
});

/** How a file was read: said to the agent, who can tell when the guess is wrong. */
export type ImportFormat =
  | { kind: "csv"; encoding: "utf-8" | "utf-16le" | "windows-1252"; delimiter: string }
  | { kind: "xlsx"; sheet: string };

export const importFiles = pgTable(
  "import_files",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    /** 1, or 2 for the guardians of the pupils in the first. */
    part: smallint().notNull(),
    fileName: text().notNull(),
    /** Absent once the import is over: the file is not kept. */
    storageKey: text(),
    format: jsonb().$type<ImportFormat>().notNull(),
    header: jsonb().$type<string[]>().notNull(),
    /** The first values of each column, to choose by. */
    samples: jsonb().$type<string[][]>().notNull(),
    lines: integer().notNull(),
    /** The header line, so that the next file of the same shape finds its mapping. */
    signature: text().notNull(),
    /** Which field each column holds, by its place in the file. */
    mapping: jsonb().$type<Record<string, string>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "import_files_pkey", columns: [t.importId, t.part] }),
    index("import_files_signature_idx").on(t.signature),
  ],
);

export const importLineStatus = pgEnum("import_line_status", ["ok", "duplicate", "error", "imported", "undone"]);
export type ImportLineStatus = (typeof importLineStatus.enumValues)[number];

/** What is wrong with a cell; one that blocks keeps its family out, another is only left out. */
export type LineProblem = { column: string | null; value: string; message: string; isBlocking: boolean };

export const importLines = pgTable(
  "import_lines",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    part: smallint().notNull().default(1),
    line: integer().notNull(),
    status: importLineStatus().notNull(),
    /** The lines of one family bear one number: they come in together, or not at all. */
    family: integer(),
    /** Whom the line is about, in words. */
    subject: text(),
    message: text(),
    problems: jsonb().$type<LineProblem[]>(),
    /** What was read, until the import is over. */
    data: jsonb().$type<Record<string, unknown>>(),
    householdId: uuid(),
    /** What this line's family wrote, to be undone with it. */
    written: jsonb().$type<Record<string, string[]>>(),
  },
  (t) => [
    primaryKey({ name: "import_lines_pkey", columns: [t.importId, t.part, t.line] }),
    index("import_lines_family_idx").on(t.importId, t.family),
  ],
);
