import { formatEuros } from "@/lib/core/money";

/** What ending an enrolment cancels: how many days, and what comes back to the accounts. */
export type Ending = { places: number; days: number; backCents: number };

/** Says of what was shown whether it is still what will happen. */
export const seenOf = ({ places, backCents }: Ending): string => `${places}:${backCents}`;

/** "12 réservations sur 6 jours seront annulées, et 36,00 € reviendront sur le compte de la famille." */
export function endingInWords({ places, days, backCents }: Ending): string {
  const what =
    places === 1
      ? "1 réservation sera annulée"
      : `${places} réservations, sur ${days} ${days > 1 ? "jours" : "jour"}, seront annulées`;
  const back = backCents > 0 ? `, et ${formatEuros(backCents)} reviendront sur le compte de la famille` : "";
  return `${what}${back}.`;
}
