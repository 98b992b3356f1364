import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, rowId } from "../columns";

export const tariffCategory = pgEnum("tariff_category", ["resident", "nonResident"]);
export type TariffCategory = (typeof tariffCategory.enumValues)[number];

/** The debtor account: not the same as "both parents" (handbook §1.2). */
export const households = pgTable("households", {
  id: id(),
  name: text().notNull(),
  street: text().notNull(),
  addressComplement: text(),
  postalCode: text().notNull(),
  city: text().notNull(),
  tariffCategory: tariffCategory().notNull().default("resident"),
  /** Seen by agents only. */
  staffNote: text(),
  createdAt: createdAt(),
});

export const sex = pgEnum("sex", ["F", "M"]);
export const title = pgEnum("title", ["mme", "m"]);
export const benefitScheme = pgEnum("benefit_scheme", ["general", "agricultural", "other"]);

/** What may be collected about someone, and nothing else (handbook §4.1): no nationality, no marital status, no NIR. */
export const persons = pgTable(
  "persons",
  {
    id: id(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    birthName: text(),
    title: title(),
    sex: sex(),
    birthDate: date(),
    birthPlace: text(),
    /** School level of a child: PS, MS, GS, CP, CE1, CE2, CM1, CM2. */
    gradeLevel: text(),
    school: text(),
    className: text(),
    email: text(),
    /** E.164, as libphonenumber writes it. */
    phone: text(),
    homePhone: text(),
    workPhone: text(),
    smsAllowed: boolean().notNull().default(false),
    profession: text(),
    employer: text(),
    benefitNumber: text(),
    benefitScheme: benefitScheme(),
    createdAt: createdAt(),
  },
  (t) => [
    index("persons_birth_date_idx").on(t.birthDate),
    index("persons_phone_idx").on(t.phone),
    index("persons_email_idx").on(sql`lower(${t.email})`),
  ],
);

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
    /** Who receives the bills. */
    isAccountHolder: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ name: "household_members_pkey", columns: [t.householdId, t.personId] }),
    index("household_members_person_idx").on(t.personId),
  ],
);

export const relation = pgEnum("relation", [
  "mother",
  "father",
  "guardian",
  "grandparent",
  "step_parent",
  "sibling",
  "other",
]);

/** An attribute of the relation of an adult to a child, not of the adult (handbook §1.2). */
export const guardianships = pgTable(
  "guardianships",
  {
    adultId: uuid()
      .notNull()
      .references(() => persons.id),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    relation: relation().notNull(),
    exercisesParentalAuthority: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ name: "guardianships_pkey", columns: [t.adultId, t.childId] }),
    index("guardianships_child_idx").on(t.childId),
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

/** Who has the child when (handbook §4.5); households by their id, weekdays from 1 (Monday). */
export type CustodyRule =
  | { kind: "parityWeeks"; even: string; odd: string; switchWeekday: number; switchTime: string }
  | { kind: "pattern"; anchor: string; days: string[] }
  | { kind: "holidaysHalf"; firstHalfInEvenYears: string; other: string }
  | { kind: "fixedWeekdays"; weekdays: number[]; household: string }
  | { kind: "override"; from: string; to: string; household: string };

export const custodySchedules = pgTable(
  "custody_schedules",
  {
    id: id(),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The later rule wins over the earlier one on the days that both name. */
    rules: jsonb().$type<CustodyRule[]>().notNull(),
    effectiveFrom: date().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [unique("custody_schedules_child_from_unique").on(t.childId, t.effectiveFrom)],
);

export const pickupKind = pgEnum("pickup_kind", ["allowed", "forbidden"]);

/** Who may take a child away, or must not; and whom to call. */
export const pickupAuthorizations = pgTable(
  "pickup_authorizations",
  {
    id: id(),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    firstName: text().notNull(),
    lastName: text().notNull(),
    phone: text(),
    relation: relation().notNull(),
    kind: pickupKind().notNull(),
    isEmergencyContact: boolean().notNull().default(false),
    rank: smallint().notNull().default(1),
    photoId: uuid(),
    /** A prohibition stands on a judgment (handbook §4.5). */
    judgmentId: uuid(),
    createdBy: uuid(),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [index("pickup_authorizations_child_idx").on(t.childId)],
);

export const consentKind = pgEnum("consent_kind", [
  "image_internal",
  "image_public",
  "leave_alone",
  "transport",
  "bathing",
  "hospital",
  "medicine",
  "data_sharing_caf",
]);
export const consentValue = pgEnum("consent_value", ["granted", "refused"]);

/** What a text said when someone answered it: a new wording is a new version. */
export const consentTexts = pgTable(
  "consent_texts",
  {
    kind: consentKind().notNull(),
    version: smallint().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "consent_texts_pkey", columns: [t.kind, t.version] })],
);

/** Append-only: the last answer counts, the others say who thought what, when. No row is no answer. */
export const consents = pgTable(
  "consents",
  {
    id: rowId(),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    kind: consentKind().notNull(),
    value: consentValue().notNull(),
    textVersion: smallint().notNull(),
    detail: text(),
    accountId: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [index("consents_child_idx").on(t.childId, t.kind, t.id)],
);

/** Sealed field by field with a key outside the database; read with its own right, and each read is traced. */
/** What is served to a child, never why (handbook §7.1). */
export const diet = pgEnum("diet", ["none", "no_pork", "no_meat", "vegetarian", "gluten_free"]);

export const healthRecords = pgTable("health_records", {
  childId: uuid()
    .primaryKey()
    .references(() => persons.id),
  sealed: text().notNull(),
  /** What a sheet at the gate needs without opening the record: there is a PAI, there are allergies. */
  hasCarePlan: boolean().notNull().default(false),
  hasAllergies: boolean().notNull().default(false),
  /** What the kitchen must know, without opening the record; null until the family has answered. */
  diet: diet(),
  carePlanReviewOn: date(),
  insuranceExpiresOn: date(),
  updatedBy: uuid(),
  updatedAt: instant().notNull(),
});

export const fieldPolicy = pgEnum("field_policy", ["free", "moderated", "locked"]);
export type FieldPolicy = (typeof fieldPolicy.enumValues)[number];

/** What the organisation decided of a field ("person.lastName"); the others keep their default (lib/families/rules). */
export const fieldPolicies = pgTable("field_policies", {
  field: text().primaryKey(),
  policy: fieldPolicy().notNull(),
});

export const changeStatus = pgEnum("change_status", ["pending", "accepted", "refused", "superseded", "withdrawn"]);

/** A moderated change: old and new, until an agent decides. One pending request per field. */
export const changeRequests = pgTable(
  "change_requests",
  {
    id: id(),
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    /** Absent: the household itself. */
    personId: uuid().references(() => persons.id),
    field: text().notNull(),
    oldValue: text(),
    newValue: text(),
    status: changeStatus().notNull().default("pending"),
    requestedBy: uuid().notNull(),
    createdAt: createdAt(),
    decidedBy: uuid(),
    decidedAt: instant(),
    reason: text(),
  },
  (t) => [
    index("change_requests_household_idx").on(t.householdId, t.createdAt),
    index("change_requests_status_idx").on(t.status, t.createdAt),
  ],
);

/** "Je certifie que les informations sont à jour": once a school year. */
export const certifications = pgTable(
  "certifications",
  {
    householdId: uuid()
      .notNull()
      .references(() => households.id),
    schoolYear: text().notNull(),
    accountId: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: "certifications_pkey", columns: [t.householdId, t.schoolYear] })],
);

/** One line per household to search in: names, phones, e-mails, without accents nor case (lib/families/index-household). */
export const householdIndex = pgTable("household_index", {
  householdId: uuid()
    .primaryKey()
    .references(() => households.id),
  content: text().notNull(),
});
