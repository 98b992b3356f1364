import { expect, test } from "vitest";
import { canBecome, isEditable, nameKey, streetKey, streetNumber, yearsBefore } from "@/lib/accounts/sign-up/rules";

test.each([
  [
    ["Zoé", "Martin-Leroy"],
    ["LEROY MARTIN", "zoe"],
  ],
  [
    ["Anne Sophie", "D’Almeida"],
    ["Anne-Sophie", "D'ALMEIDA"],
  ],
  [
    ["Lœtitia", "Le Goff"],
    ["loetitia", "le goff"],
  ],
])("%s and %s are one name", (one, other) => {
  expect(nameKey(...one)).toBe(nameKey(...other));
});

test("two names are two", () => {
  expect(nameKey("Zoé", "Martin")).not.toBe(nameKey("Zoé", "Martin-Leroy"));
});

test.each([
  ["12 avenue de la Gare", "12, av. de la Gare"],
  ["3 bd du Général-Leclerc", "3 Boulevard du General Leclerc"],
  ["8 r. St-Martin", "8 rue Saint Martin"],
  ["1 place des Écoles", "1 pl. Ecoles"],
])("%s and %s are one street", (one, other) => {
  expect(streetKey(one)).toBe(streetKey(other));
});

test.each([
  ["12 rue Haute", "14 rue Haute"],
  ["12 rue Haute", "12 rue Basse"],
  ["12 bis rue Haute", "12 rue Haute"],
])("%s and %s are two addresses", (one, other) => {
  expect(streetKey(one)).not.toBe(streetKey(other));
});

test("the number of a street", () => {
  expect([streetNumber("12 bis rue Haute"), streetNumber("Le Moulin")]).toEqual(["12", ""]);
});

test("a date so many years earlier", () => {
  expect(yearsBefore("2026-09-09", 18)).toBe("2008-09-09");
});

test("a request that was decided stays so, and only what waits for the family is written in", () => {
  const states = ["draft", "submitted", "information_requested", "approved", "refused"] as const;
  expect(states.filter(isEditable)).toEqual(["draft", "information_requested"]);
  expect(states.filter((from) => canBecome(from, "approved"))).toEqual(["submitted", "information_requested"]);
});
