import { expect, test } from "vitest";
import { deadlineInShort } from "@/components/home/deadline-words";

test.each([
  [{ kind: "daysBefore", days: 7, count: "calendar", time: "00:00" }, "8 jours avant, 23 h 59"],
  [{ kind: "daysBefore", days: 2, count: "working", time: "10:00" }, "2 jours ouvrés avant, 10 h"],
  [{ kind: "daysBefore", days: 1, count: "calendar", time: "18:30" }, "la veille, 18 h 30"],
  [{ kind: "daysBefore", days: 0, count: "calendar", time: "08:00" }, "le jour même, 8 h"],
  [{ kind: "weekdayBefore", weekday: 4, weeks: 1, time: "18:00" }, "le jeudi de la semaine précédente, 18 h"],
  [{ kind: "dayOfPreviousMonth", day: 20, time: "12:00" }, "le 20 du mois précédent, 12 h"],
  [{ kind: "hoursBefore", hours: 48, time: "00:00" }, "48 heures avant"],
  [{ kind: "none", time: "00:00" }, "jusqu’au dernier moment"],
] as const)("%o is said: %s", (rule, words) => {
  expect(deadlineInShort(rule).replace(/\u00a0/g, " ")).toBe(words);
});
