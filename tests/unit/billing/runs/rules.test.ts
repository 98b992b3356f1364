import { expect, test } from "vitest";
import { canBecome, warningSentences } from "@/lib/billing/runs/rules";

test("says each warning in a sentence", () => {
  expect(
    warningSentences({
      unrecorded: 1,
      missingQuotient: 2,
      staleQuotient: 1,
      zeroPrice: 3,
      late: 4,
      adjusted: 2,
      adjustedCents: 700,
      small: true,
      usualCents: 1050,
    }).map((sentence) => sentence.replaceAll("\u00a0", " ").replaceAll("\u202f", " ")),
  ).toEqual([
    "1 ligne sans pointage",
    "2 lignes au tarif le plus élevé, faute de quotient",
    "1 ligne au tarif d’un quotient de plus d’un an",
    "3 lignes à 0 €",
    "4 lignes d’avant la période",
    "2 lignes à régulariser par un avoir de 7,00 €",
    "Sous le seuil d’un titre",
    "Plus de trois fois la facture habituelle : 10,50 €",
  ]);
  expect(warningSentences({})).toEqual([]);
});

test("a run that is over goes nowhere, but for those it could not bill", () => {
  expect(canBecome("draft", "issuing")).toBe(true);
  expect(canBecome("issuing", "cancelled")).toBe(true);
  expect(canBecome("done", "issuing")).toBe(true);
  expect(canBecome("done", "cancelled")).toBe(false);
  expect(canBecome("cancelled", "issuing")).toBe(false);
});
