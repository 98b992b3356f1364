import type { Plates } from "@/lib/reservations/meals/rules";

/** "342 repas, dont 12 avec un régime particulier." */
export function mealsInWords({ meals, byDiet }: Plates): string {
  if (meals === 0) return "aucun repas.";
  const special = meals - byDiet.none;
  return `${meals.toLocaleString("fr-FR")} repas${special > 0 ? `, dont ${special} avec un régime particulier` : ""}.`;
}
