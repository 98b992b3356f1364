import { soonInWords } from "@/components/ui/soon";

const MINUTE = 60_000;

/** Whole minutes still to come, none once the places are given back. */
export const holdMinutes = (expiresAt: number, now: Date): number =>
  Math.max(0, Math.ceil((expiresAt - now.getTime()) / MINUTE));

/** "Places gardées encore 26 min, jusqu’à 18 h 30." */
export function holdSentence(expiresAt: number, now: Date): string {
  const minutes = holdMinutes(expiresAt, now);
  if (minutes === 0)
    return "Le délai est passé : vos places ne sont plus gardées. Rechargez la page pour voir lesquelles restent.";

  return `Places gardées encore ${durationInWords(minutes)}, jusqu’à ${soonInWords(new Date(expiresAt), now)}.`;
}

/** What is said aloud, once for each threshold passed. */
export function urgencyOf(minutes: number): string {
  if (minutes === 0) return "Vos places ne sont plus gardées.";
  if (minutes <= 1) return "Vos places sont gardées encore une minute.";
  if (minutes <= 5) return "Vos places sont gardées encore moins de cinq minutes.";
  return "";
}

function durationInWords(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest === 0 ? "" : `\u00a0${String(rest).padStart(2, "0")}\u00a0min`}`;
}
