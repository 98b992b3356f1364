import { instantInWords } from "@/lib/core/format-date";

const DAY = 24 * 3_600_000;

/** A moment in the past, as short as it stays clear: "aujourd’hui à 18 h 30", "hier à 9 h", else its whole date. */
export function agoInWords(past: Date, now: Date): string {
  const words = instantInWords(past);
  const [day = "", hour = ""] = words.split(" à ");
  if (day === dayOf(now)) return `aujourd’hui à ${hour}`;
  return day === dayOf(new Date(now.getTime() - DAY)) ? `hier à ${hour}` : `le ${words}`;
}

const dayOf = (instant: Date) => instantInWords(instant).split(" à ")[0];
