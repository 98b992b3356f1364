import type { FieldPolicy } from "@/db/schema";
import { ageOn, type CivilDate } from "@/lib/core/calendar";

export type HouseholdRole = "guardian" | "child" | "contact";

/** What a family may change, and how: handbook §4.7 for the defaults, `field_policies` for what the organisation decided. */
export const fields = {
  "household.address": { label: "Adresse", policy: "moderated" },
  "person.title": { label: "Civilité", policy: "free" },
  "person.firstName": { label: "Prénom", policy: "moderated" },
  "person.lastName": { label: "Nom", policy: "moderated" },
  "person.birthName": { label: "Nom de naissance", policy: "moderated" },
  "person.sex": { label: "Sexe", policy: "moderated" },
  "person.birthDate": { label: "Date de naissance", policy: "moderated" },
  "person.birthPlace": { label: "Lieu de naissance", policy: "free" },
  "person.phone": { label: "Téléphone mobile", policy: "free" },
  "person.homePhone": { label: "Téléphone du domicile", policy: "free" },
  "person.workPhone": { label: "Téléphone professionnel", policy: "free" },
  "person.email": { label: "Adresse e-mail", policy: "free" },
  "person.smsAllowed": { label: "SMS", policy: "free" },
  "person.school": { label: "École", policy: "free" },
  "person.gradeLevel": { label: "Classe", policy: "free" },
  "person.className": { label: "Enseignant ou groupe", policy: "free" },
  "person.profession": { label: "Profession", policy: "free" },
  "person.employer": { label: "Employeur", policy: "free" },
  "person.benefitScheme": { label: "Régime", policy: "moderated" },
  "person.benefitNumber": { label: "Numéro d’allocataire", policy: "moderated" },
  "child.custody": { label: "Calendrier de garde", policy: "moderated" },
} as const satisfies Record<string, { label: string; policy: FieldPolicy }>;

export type Field = keyof typeof fields;

export const isField = (name: string): name is Field => Object.hasOwn(fields, name);

export type Policies = Partial<Record<string, FieldPolicy>>;

/** What the organisation decided of a field, or its default. */
export const policyOf = (field: Field, decided: Policies): FieldPolicy => decided[field] ?? fields[field].policy;

/** Why a date of birth cannot be one, in words; undefined when it can. */
export function birthDateProblem(birthDate: CivilDate, today: CivilDate, who: "child" | "adult"): string | undefined {
  if (birthDate > today) return "Cette date est dans le futur.";
  const age = ageOn(birthDate, today);
  if (who === "child" && age >= 18) return "À cette date, cette personne est majeure : ajoutez-la comme adulte.";
  if (age > 120) return "Vérifiez l’année de naissance.";
  return undefined;
}

/** What a household is called until someone says otherwise: the names of its adults, each once. */
export const householdNameOf = (guardians: readonly { lastName: string }[]): string =>
  [...new Set(guardians.map(({ lastName }) => lastName))].join(" – ");

/** "2026-2027": in August one already speaks of the year that begins. */
export function schoolYearOf(date: CivilDate): string {
  const first = Number(date.slice(0, 4)) - (date.slice(5) < "08-01" ? 1 : 0);
  return `${first}-${first + 1}`;
}
