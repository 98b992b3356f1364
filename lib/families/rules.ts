import { ageOn, type CivilDate } from "@/lib/core/calendar";

/** Why a date of birth cannot be one, in words; undefined when it can. */
export function birthDateProblem(birthDate: CivilDate, today: CivilDate, who: "child" | "adult"): string | undefined {
  if (birthDate > today) return "Cette date est dans le futur.";
  const age = ageOn(birthDate, today);
  if (who === "child" && age >= 18) return "À cette date, cette personne est majeure : ajoutez-la comme adulte.";
  if (age > 120) return "Vérifiez l’année de naissance.";
  return undefined;
}

/** What a household is called until someone says otherwise: the names of its adults, each once. */
export const householdNameOf = (guardians: readonly { lastName: string }[]): string =>
  [...new Set(guardians.map(({ lastName }) => lastName))].join(" – ");
