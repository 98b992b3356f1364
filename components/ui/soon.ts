import { deadlineDayInWords } from "@/lib/core/format-date";

const SIX_DAYS = 6 * 24 * 3_600_000;

/** An end, as short as it stays clear: "18 h 30" today, "jeudi 18 h" this week, "jeudi 24 septembre à 18 h" later. */
export function soonInWords(end: Date, now: Date): string {
  const words = deadlineDayInWords(end);
  const [day = "", hour = ""] = words.split(" à ");
  if (day === deadlineDayInWords(now).split(" à ")[0]) return hour;
  return end.getTime() - now.getTime() < SIX_DAYS ? `${day.split(" ")[0]} ${hour}` : words;
}
