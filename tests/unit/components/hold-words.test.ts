import { expect, test } from "vitest";
import { holdMinutes, holdSentence, urgencyOf } from "@/components/billing/hold-words";
import { soonInWords } from "@/components/ui/soon";

const plain = (words: string) => words.replace(/\u00a0/g, " ");
const now = new Date("2026-09-09T16:04:00Z");
const at = (instant: string) => new Date(instant).getTime();

test.each([
  ["2026-09-09T16:30:00Z", "Places gardées encore 26 min, jusqu’à 18 h 30."],
  ["2026-09-09T17:04:00Z", "Places gardées encore 1 h, jusqu’à 19 h 04."],
  ["2026-09-10T16:16:00Z", "Places gardées encore 24 h 12 min, jusqu’à jeudi 18 h 16."],
  ["2026-09-24T16:00:00Z", "Places gardées encore 359 h 56 min, jusqu’à jeudi 24 septembre à 18 h."],
])("a hold until %s is said in words", (end, words) => {
  expect(plain(holdSentence(at(end), now))).toBe(words);
});

test("a hold that has ended says so instead of counting below zero", () => {
  expect(holdMinutes(at("2026-09-09T16:03:00Z"), now)).toBe(0);
  expect(holdSentence(at("2026-09-09T16:03:00Z"), now)).toContain("vos places ne sont plus gardées");
});

test.each([
  [26, ""],
  [6, ""],
  [5, "Vos places sont gardées encore moins de cinq minutes."],
  [2, "Vos places sont gardées encore moins de cinq minutes."],
  [1, "Vos places sont gardées encore une minute."],
  [0, "Vos places ne sont plus gardées."],
])("with %i minutes left, those who listen hear %j", (minutes, words) => {
  expect(urgencyOf(minutes)).toBe(words);
});

test("an end at midnight belongs to the day before", () => {
  expect(plain(soonInWords(new Date("2026-09-10T22:00:00Z"), now))).toBe("jeudi 23 h 59");
});
