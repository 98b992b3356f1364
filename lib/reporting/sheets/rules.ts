import { diets } from "@/lib/families/health/rules";
import type { RollCall, RollCallChild } from "@/lib/reservations/attendance/queries";
import { isAway, isUnconfirmed } from "@/lib/reservations/attendance/rules";
import { dietNames } from "@/lib/reservations/meals/rules";
import { adultsInWords, ratioOf, requiredAdults } from "@/lib/reservations/planning/rules";

/** Those who should be there; who only asked stands at the end of the sheet, apart. */
export const expectedOn = ({ children }: RollCall): RollCallChild[] =>
  children.filter(({ status }) => !isUnconfirmed(status) && !isAway(status));

export const askedOn = ({ children }: RollCall): RollCallChild[] =>
  children.filter(({ status }) => isUnconfirmed(status));

/** What is said of a child on paper: flags, never what they stand for; what is on the plate, never why. */
export const flagsOf = ({ hasCarePlan, hasAllergies, diet, status }: RollCallChild): string[] => [
  ...(hasCarePlan ? ["PAI"] : []),
  ...(hasAllergies ? ["Allergies"] : []),
  ...(diet && diet !== "none" ? [diets[diet]] : []),
  ...(status === "attended_unbooked" ? ["Sans réservation"] : []),
];

/** Whom to call first. */
export function emergencyOf({ allowed }: RollCallChild): { name: string; phone: string } | undefined {
  const reachable = allowed.flatMap(({ name, phone, isEmergencyContact }) =>
    phone ? [{ name, phone, isEmergencyContact }] : [],
  );
  return reachable.find(({ isEmergencyContact }) => isEmergencyContact) ?? reachable[0];
}

const SIX_YEARS = 6;

/** "32 enfants attendus, 12 de moins de 6 ans ; 4 adultes requis (article R227-16)" */
export function countsOf(view: RollCall): string[] {
  const expected = expectedOn(view);
  const under6 = expected.filter(({ age }) => age === null || age < SIX_YEARS).length;
  const ratio = ratioOf(view);
  const adults = requiredAdults({ under6, from6: expected.length - under6 }, ratio);
  const flagged = expected.filter(({ hasCarePlan, hasAllergies }) => hasCarePlan || hasAllergies).length;
  return [
    expected.length === 1 ? "1 enfant attendu" : `${expected.length} enfants attendus`,
    `${under6} de moins de 6 ans`,
    `${adultsInWords(adults)} requis (article ${ratio.article})`,
    ...platesOf(expected),
    ...(flagged > 0 ? [`${flagged} avec PAI ou allergies`] : []),
  ];
}

/** "Repas : 32, dont 3 sans porc et 1 végétarien"; nothing where none is served. */
function platesOf(children: RollCallChild[]): string[] {
  const plates = children.flatMap(({ diet }) => diet ?? []);
  if (plates.length === 0) return [];
  const special = dietNames
    .filter((name) => name !== "none" && plates.includes(name))
    .map((name) => `${plates.filter((plate) => plate === name).length} ${diets[name].toLowerCase()}`);
  return [`Repas : ${plates.length}${special.length > 0 ? `, dont ${special.join(", ")}` : ""}`];
}
