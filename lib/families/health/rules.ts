import { type CivilDate, monthsLater } from "@/lib/core/calendar";
import vaccines from "./vaccines.json";

type Obligation = {
  vaccine: string;
  label: string;
  /** Birth dates that it concerns. */
  bornFrom?: CivilDate;
  bornTo?: CivilDate;
  /** Days on which the obligation is the law. */
  inForceFrom?: CivilDate;
  inForceTo?: CivilDate;
};
const obligations: readonly Obligation[] = vaccines;

export type Vaccine = { vaccine: string; label: string };

const isBetween = (date: CivilDate, from = "0000-01-01", to = "9999-12-31") => from <= date && date <= to;

/** The vaccines that the law asks of a child born on a date, as it stands on another (handbook §4.3). */
export const mandatoryVaccines = (birthDate: CivilDate, on: CivilDate): Vaccine[] =>
  obligations
    .filter(
      ({ bornFrom, bornTo, inForceFrom, inForceTo }) =>
        isBetween(birthDate, bornFrom, bornTo) && isBetween(on, inForceFrom, inForceTo),
    )
    .map(({ vaccine, label }) => ({ vaccine, label }));

/** How long a child who lacks a vaccine may come (CSP R3111-8). */
const PROVISIONAL_MONTHS = 3;

export type VaccineAnswer = { state: "upToDate" | "contraindicated" | "missing"; lastDoseOn?: CivilDate };

type Admission = { complete: true } | { complete: false; missing: string[]; until: CivilDate };

/** Whether a child may stay, or until when, from the vaccines declared and the day on which the child first came. */
export function admissionOf(
  mandatory: readonly Vaccine[],
  answers: Readonly<Record<string, VaccineAnswer | undefined>>,
  admittedOn: CivilDate,
): Admission {
  const missing = mandatory.filter(({ vaccine }) => {
    const state = answers[vaccine]?.state;
    return state !== "upToDate" && state !== "contraindicated";
  });
  if (missing.length === 0) return { complete: true };
  return {
    complete: false,
    missing: missing.map(({ label }) => label),
    until: monthsLater(admittedOn, PROVISIONAL_MONTHS),
  };
}

/** The whole of a record, as it is sealed: each section is there once someone has answered it. */
export type HealthRecord = {
  vaccines?: { answers: Record<string, VaccineAnswer> };
  allergies?: { food: string; medicine: string; other: string; conduct: string };
  carePlan?: { exists: "yes" | "no"; reviewOn: string; kitLocation: string };
  treatment?: { exists: "yes" | "no"; medicines: string; instructions: string };
  diet?: { diet: Diet };
  doctor?: { name: string; phone: string };
  insurance?: { insurer: string; policyNumber: string; expiresOn: string };
  advice?: { aids: string; swims: "" | "yes" | "no"; notes: string };
};
export type HealthSectionName = keyof HealthRecord;

/** What is served, never why: a plate says nothing of a religion (handbook §7.1). */
export const diets = {
  none: "Sans régime particulier",
  no_pork: "Sans porc",
  no_meat: "Sans viande",
  vegetarian: "Végétarien",
  gluten_free: "Sans gluten",
} as const;
export type Diet = keyof typeof diets;

/** What the gate and the kitchen see without opening the record. */
export const outlineOf = ({ allergies, carePlan, diet, insurance }: HealthRecord) => ({
  hasAllergies: Boolean(allergies?.food || allergies?.medicine || allergies?.other),
  hasCarePlan: carePlan?.exists === "yes",
  diet: diet?.diet ?? null,
  carePlanReviewOn: (carePlan?.exists === "yes" && carePlan.reviewOn) || null,
  insuranceExpiresOn: insurance?.expiresOn || null,
});

/** Sections without which the record is not complete. */
const expected: readonly HealthSectionName[] = ["vaccines", "allergies", "carePlan", "treatment", "diet", "doctor"];

export const missingSections = (record: HealthRecord): HealthSectionName[] =>
  expected.filter((section) => record[section] === undefined);
