import { expect, test } from "vitest";
import { agoInWords } from "@/components/ui/ago";

const now = new Date("2026-09-09T08:00:00Z");

test.each([
  ["aujourd’hui à 10\u00a0h", "2026-09-09T08:00:00Z"],
  ["aujourd’hui à 0\u00a0h", "2026-09-08T22:00:00Z"],
  ["hier à 23\u00a0h\u00a059", "2026-09-08T21:59:00Z"],
  ["hier à 0\u00a0h\u00a030", "2026-09-07T22:30:00Z"],
  ["le lundi 7 septembre 2026 à 18\u00a0h\u00a030", "2026-09-07T16:30:00Z"],
  ["le mardi 9 septembre 2025 à 10\u00a0h", "2025-09-09T08:00:00Z"],
])("%s", (words, past) => {
  expect(agoInWords(new Date(past), now)).toBe(words);
});
