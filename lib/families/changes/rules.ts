import type { FieldPolicy } from "@/db/schema";
import { numericDate } from "@/lib/core/format-date";
import { phoneInWords } from "@/lib/core/format-phone";
import { proposalInWords } from "../custody/describe-rules";
import type { Field, HouseholdRole } from "../rules";

/** The parts of a file that are changed together: each is a section of "Ma famille", and one form. */
export type Section = "address" | "identity" | "contact" | "school" | "work" | "benefits";

/** The sections of a member; the address is the household's. */
export const sectionsOf: Record<HouseholdRole, readonly Exclude<Section, "address">[]> = {
  guardian: ["identity", "contact", "work", "benefits"],
  child: ["identity", "school"],
  contact: ["identity", "contact"],
};

const names: readonly Field[] = ["person.firstName", "person.lastName"];
const birth: readonly Field[] = ["person.birthDate", "person.birthPlace"];

const identity: Record<HouseholdRole, readonly Field[]> = {
  guardian: ["person.title", ...names, "person.birthName", ...birth],
  child: [...names, "person.sex", ...birth],
  contact: names,
};

const reached: Record<HouseholdRole, readonly Field[]> = {
  guardian: ["person.phone", "person.homePhone", "person.workPhone", "person.email", "person.smsAllowed"],
  child: [],
  contact: ["person.phone", "person.email"],
};

const others: Record<Exclude<Section, "identity" | "contact">, readonly Field[]> = {
  address: ["household.address"],
  school: ["person.school", "person.gradeLevel", "person.className"],
  work: ["person.profession", "person.employer"],
  benefits: ["person.benefitScheme", "person.benefitNumber"],
};

/** The fields of a section, in the order of the form; none when such a member has no such section. */
export function fieldsOf(section: Section, role: HouseholdRole): readonly Field[] {
  if (section === "identity") return identity[role];
  if (section === "contact") return reached[role];
  return section === "address" || sectionsOf[role].includes(section) ? others[section] : [];
}

/** A value as it is compared, kept and asked for: a text, or nothing. */
export type Value = string | null;
export type Values = Partial<Record<Field, Value>>;

/** Absent, empty and "no" are the same to someone who fills in a form. */
export function textOf(value: string | boolean | null | undefined): Value {
  if (typeof value === "boolean") return value ? "true" : null;
  return value || null;
}

export type Address = { street: string; addressComplement?: string | null; postalCode: string; city: string };

/** An address is one value: it is changed and judged as a whole. */
export const addressText = ({ street, addressComplement, postalCode, city }: Address): string =>
  JSON.stringify({ street, addressComplement: addressComplement ?? "", postalCode, city });

export const addressOf = (text: string) => JSON.parse(text) as Record<keyof Address, string>;

const choices: Partial<Record<Field, Record<string, string>>> = {
  "person.title": { mme: "Madame", m: "Monsieur" },
  "person.sex": { F: "Fille", M: "Garçon" },
  "person.smsAllowed": { true: "Acceptés" },
  "person.benefitScheme": { general: "CAF (régime général)", agricultural: "MSA (régime agricole)", other: "Autre" },
};

/** The choices of a field that has some: what is kept, and what is read. */
export const choicesOf = (field: Field): Record<string, string> | undefined => choices[field];

/** A value as one reads it. */
export function wordsOf(field: Field, value: Value): string {
  if (!value) return field === "person.smsAllowed" ? "Refusés" : "Non renseigné";
  if (field === "household.address") {
    const { street, addressComplement, postalCode, city } = addressOf(value);
    return [street, addressComplement, `${postalCode} ${city}`].filter(Boolean).join(", ");
  }
  if (field === "child.custody") return proposalInWords(value);
  if (field === "person.birthDate") return numericDate(value);
  if (/phone$/i.test(field)) return phoneInWords(value);
  return choices[field]?.[value] ?? value;
}

/** What became of a form, for the sentence that follows. */
export type ChangesMade = { applied: Field[]; requested: Field[]; withdrawn: Field[] };

type Change = {
  proposed: Value;
  /** What the person had before their eyes. */
  shown: Value;
  current: Value;
  /** The current value, or what already waits in its place. */
  now: Value;
  policy: FieldPolicy;
};

export type Outcome = "unchanged" | "conflict" | "locked" | "apply" | "withdraw" | "request";

/**
 * What becomes of one field of a form. Nothing, when the person left it alone, whatever became of it meanwhile; a
 * conflict, when they changed what is no longer there.
 */
export function outcomeOf({ proposed, shown, current, now, policy }: Change): Outcome {
  if (proposed === shown || proposed === now) return "unchanged";
  if (shown !== now) return "conflict";
  if (policy === "locked") return "locked";
  if (policy === "free") return "apply";
  return proposed === current ? "withdraw" : "request";
}
