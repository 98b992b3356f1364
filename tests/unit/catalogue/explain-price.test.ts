import { expect, test } from "vitest";
import type { TariffMethod } from "@/db/schema";
import { explainPrice, type PriceQuestion, priceOf } from "@/lib/catalogue/tariffs/rules";
import { fayAuxLoges, roncq } from "./sample-tariffs";

const question: PriceQuestion = {
  tariff: "Accueil du soir",
  validFrom: "2026-09-01",
  category: "resident",
  quotient: { value: 900, from: "2026-01-01", source: "caf" },
};

/** Sentences with ordinary spaces, to be read here. */
function sentences(rule: TariffMethod, asked: Partial<PriceQuestion> = {}): string[] {
  const { cents, trace } = priceOf(rule, { ...question, ...asked });
  return explainPrice(trace, cents).map((sentence) => sentence.replace(/[\u00a0\u202f]/g, " "));
}

const tariff = "Tarif « Accueil du soir » en vigueur depuis le 1er septembre 2026";

test("one price for all", () => {
  expect(sentences({ method: "flat", cents: { resident: 300, nonResident: 450 } })).toEqual([
    tariff,
    "Famille de la commune",
    "Prix unique : 3,00 €",
  ]);
});

test("what a child who came unannounced pays beside it", () => {
  const { cents, trace } = priceOf({ method: "flat", cents: { resident: 300, nonResident: 450 } }, question);
  expect(explainPrice({ ...trace, surchargeCents: 250 }, cents + 250).slice(-2)).toEqual([
    "Prix unique\u00a0: 3,00\u00a0€",
    "Venue sans réservation\u00a0: 2,50\u00a0€ de plus, soit 5,50\u00a0€",
  ]);
});

test("what a late departure adds, after the rest", () => {
  const { cents, trace } = priceOf({ method: "flat", cents: { resident: 300, nonResident: 450 } }, question);
  expect(explainPrice({ ...trace, surchargeCents: 250, latePickupCents: 300 }, cents + 550).slice(-3)).toEqual([
    "Prix unique\u00a0: 3,00\u00a0€",
    "Venue sans réservation\u00a0: 2,50\u00a0€ de plus, soit 5,50\u00a0€",
    "Départ en retard\u00a0: 3,00\u00a0€ de plus, soit 8,50\u00a0€",
  ]);
});

test("a band of quotient", () => {
  expect(sentences(roncq.REPAS)).toEqual([
    tariff,
    "Famille de la commune",
    "Quotient familial 900 (CAF), tranche T4 : 860 à 1 149",
    "Quotient retenu depuis le 1er janvier 2026",
    "Prix : 3,05 €",
  ]);
});

test("the last band has no end", () => {
  const quotient = { value: 2_150, from: "2026-02-15", source: "tax_notice" } as const;
  expect(sentences(roncq.REPAS, { category: "nonResident", quotient })).toEqual([
    tariff,
    "Famille hors commune",
    "Quotient familial 2 150 (avis d’imposition), tranche E3 : 1 500 et plus",
    "Quotient retenu depuis le 15 février 2026",
    "Prix : 6,50 €",
  ]);
});

test("an unknown quotient", () => {
  expect(sentences(roncq.REPAS, { quotient: null })).toEqual([
    tariff,
    "Famille de la commune",
    "Quotient inconnu : tarif le plus élevé, tranche T8 : 1 900 et plus",
    "Prix : 4,90 €",
  ]);
});

test.each([
  [800, "Quotient familial 800 (CAF), taux d’effort 0,36 %", "Prix : 2,88 €"],
  [500, "Quotient familial 500 (CAF), taux d’effort 0,36 %, relevé au prix plancher", "Prix : 2,60 €"],
  [1300, "Quotient familial 1 300 (CAF), taux d’effort 0,36 %, ramené au prix plafond", "Prix : 4,50 €"],
])("an effort rate, quotient %i", (value, reason, price) => {
  const said = sentences(fayAuxLoges.REPAS, { quotient: { value, from: "2026-01-01", source: "caf" } });
  expect(said).toContain(reason);
  expect(said).toContain(price);
});

test("an effort rate without a quotient, then for an outsider with a price of their own", () => {
  expect(sentences(fayAuxLoges.REPAS, { quotient: null })).toContain(
    "Quotient inconnu : tarif le plus élevé, taux d’effort 0,36 %, ramené au prix plafond",
  );
  expect(sentences({ ...fayAuxLoges.REPAS, nonResidentCents: 620 }, { category: "nonResident" })).toEqual([
    tariff,
    "Famille hors commune",
    "Prix : 6,20 €",
  ]);
});

test("a trace written before bands told their limits, and a free service", () => {
  const trace = {
    tariff: "Repas",
    validFrom: "2025-09-02",
    category: "resident",
    method: "qf_band",
    quotient: 900,
    band: "T4",
  } as const;
  expect(explainPrice(trace, 305)).toContain("Quotient familial 900, tranche T4");
  expect(explainPrice({ ...trace, method: "free" }, 0)).toEqual(["Ce service est gratuit."]);
});

test("no ordinary space where French wants one that does not break", () => {
  const { cents, trace } = priceOf(roncq.REPAS, question);
  for (const sentence of explainPrice(trace, cents)) expect(sentence).not.toMatch(/ [:»€]|« /);
});
