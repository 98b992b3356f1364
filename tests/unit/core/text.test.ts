import { expect, test } from "vitest";
import { withOf } from "@/lib/core/text";

test.for([
  ["Nahel", "de Nahel"],
  ["Adam", "d’Adam"],
  ["Élodie", "d’Élodie"],
  ["Œdipe", "d’Œdipe"],
  ["Yanis", "de Yanis"],
] as const)("of %s", ([name, words]) => {
  expect(withOf(name)).toBe(words);
});
