import { expect, test } from "vitest";
import { searchablePhone, searchWords } from "@/lib/families/search-words";

test.each([
  ["+33612345678", "0612345678"],
  ["06 12 34 56 78", "0612345678"],
  ["+33 (0)6.12.34.56.78", "0612345678"],
  ["0033 6 12 34 56 78", "0612345678"],
  ["+32 470 12 34 56", "+32470123456"],
  ["0032470123456", "+32470123456"],
])("a number is looked for in one writing: %s", (written, searched) => {
  expect(searchablePhone(written)).toBe(searched);
});

test.each([
  ["  Élodie   ROUSSEAU ", ["elodie", "rousseau"]],
  ["rousseau 06 12 34", ["061234", "rousseau"]],
  ["06.12.34.56.78", ["0612345678"]],
  ["+33 (0)6 12", ["0612"]],
  ["c.rousseau85@exemple.fr", ["c.rousseau85@exemple.fr"]],
  ["Jean-Luc d’Œuvre", ["jean", "luc", "d", "oeuvre"]],
  ["%_", []],
  ["", []],
])("what is typed becomes words of the index: %s", (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});
