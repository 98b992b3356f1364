import type { ShownService } from "@/lib/catalogue/showcase/queries";
import { timeInWords } from "@/lib/core/format-date";

type Rule = ShownService["deadlines"][number]["booking"];

const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const weeks = ["de la même semaine", "de la semaine précédente", "deux semaines avant"];
const counts = { calendar: "", working: " ouvrés", school: " d’école" };

/** When a rule ends, whatever the day: "2 jours ouvrés avant, 10 h". A limit at midnight is the minute before it. */
export function deadlineInShort(rule: Rule): string {
  const isMidnight = rule.time.startsWith("00:00");
  const hour = isMidnight ? "23\u00a0h\u00a059" : timeInWords(rule.time);
  switch (rule.kind) {
    case "none":
      return "jusqu’au dernier moment";
    case "daysBefore":
      return daysInWords(rule.days + (isMidnight ? 1 : 0), counts[rule.count], hour);
    case "weekdayBefore":
      return `le ${weekdays[(rule.weekday + (isMidnight ? 5 : 6)) % 7]} ${weeks[rule.weeks]}, ${hour}`;
    case "dayOfPreviousMonth":
      return `le ${rule.day === 1 ? "1er" : rule.day} du mois précédent, ${timeInWords(rule.time)}`;
    case "hoursBefore":
      return `${rule.hours}\u00a0${rule.hours > 1 ? "heures" : "heure"} avant`;
  }
}

function daysInWords(days: number, kind: string, hour: string): string {
  if (days === 0) return `le jour même, ${hour}`;
  if (days === 1 && kind === "") return `la veille, ${hour}`;
  return `${days}\u00a0${days > 1 ? "jours" : "jour"}${days > 1 ? kind : kind.replace(/s$/, "")} avant, ${hour}`;
}
