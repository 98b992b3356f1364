import { expect, test } from "vitest";
import { amountInWords, printable } from "@/lib/billing/receipts/rules";

test.each([
  [0, "zéro euro"],
  [1, "un centime"],
  [71, "soixante et onze centimes"],
  [100, "un euro"],
  [150, "un euro et cinquante centimes"],
  [201, "deux euros et un centime"],
  [1700, "dix-sept euros"],
  [2100, "vingt et un euros"],
  [7000, "soixante-dix euros"],
  [7100, "soixante et onze euros"],
  [7900, "soixante-dix-neuf euros"],
  [8000, "quatre-vingts euros"],
  [8100, "quatre-vingt-un euros"],
  [9100, "quatre-vingt-onze euros"],
  [9999, "quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes"],
  [10_000, "cent euros"],
  [10_100, "cent un euros"],
  [20_000, "deux cents euros"],
  [20_100, "deux cent un euros"],
  [28_000, "deux cent quatre-vingts euros"],
  [100_000, "mille euros"],
  [100_100, "mille un euros"],
  [123_450, "mille deux cent trente-quatre euros et cinquante centimes"],
  [200_000, "deux mille euros"],
  [8_000_000, "quatre-vingt mille euros"],
  [20_000_000, "deux cent mille euros"],
  [100_000_000, "un million d’euros"],
  [100_000_200, "un million deux euros"],
  [20_000_000_000, "deux cents millions d’euros"],
])("spells %i cents", (cents, words) => {
  expect(amountInWords(cents)).toBe(words);
});

test.each([-1, 0.5, Number.NaN, 100_000_000_000])("spells no %d", (cents) => {
  expect(() => amountInWords(cents)).toThrow(RangeError);
});

test.each([
  ["l’été à l’école – œuvre, 3,00 €", "l’été à l’école – œuvre, 3,00 €"],
  ["1\u202f234,50\u00a0€", "1\u00a0234,50\u00a0€"],
  ["Łukasz Şahin Dvořák Țîrlea", "Łukasz Şahin Dvořák Țîrlea"],
  ["Nguyễn Thị Ĩ", "Nguyen Thi I"],
  ["e\u0301cole co\u00adopérative", "école coopérative"],
  ["Ольга 😀", "????? ?"],
])("prints %j", (text, printed) => {
  expect(printable(text)).toBe(printed);
});
