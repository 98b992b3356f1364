/** A child who comes in the morning and at noon comes twice. */
export function expectedInWords(count: number): string {
  if (count === 0) return "Personne n’est attendu.";
  return count === 1 ? "1 présence attendue." : `${count.toLocaleString("fr-FR")} présences attendues.`;
}

export const placesLeft = (left: number): string => {
  if (left <= 0) return "complet";
  return left === 1 ? "1 place libre" : `${left} places libres`;
};

/** "Périscolaire – Soir, 6-11 ans" */
export const slotInWords = ({ activity, slot, group }: { activity: string; slot: string; group: string | null }) =>
  [`${activity} – ${slot}`, group].filter(Boolean).join(", ");

export const familiesInWords = (count: number): string => (count === 1 ? "1 famille" : `${count} familles`);
