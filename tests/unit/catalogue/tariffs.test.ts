import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IncomeBand, TariffMethod } from "@/db/schema";
import { type PriceQuestion, priceOf, versionOn } from "@/lib/catalogue/tariffs/rules";
import { fayAuxLoges, lieuvin, roncq } from "./sample-tariffs";

const asked: PriceQuestion = { tariff: "Repas", validFrom: "2025-09-01", category: "resident" };
const withQuotient = (value: number): PriceQuestion => ({
  ...asked,
  quotient: { value, from: "2026-01-01", source: "caf" },
});
const outsider = (question: PriceQuestion): PriceQuestion => ({ ...question, category: "nonResident" });
const centsOf = (rule: TariffMethod, question: PriceQuestion) => priceOf(rule, question).cents;

describe("flat", () => {
  test.each(Object.entries(lieuvin.flat))("%s has one price", (_, cents) => {
    const rule = { method: "flat", cents: { resident: cents, nonResident: cents + 100 } } as const;
    expect(priceOf(rule, asked)).toEqual({
      cents,
      trace: { tariff: "Repas", validFrom: "2025-09-01", category: "resident", method: "flat" },
    });
    expect(centsOf(rule, outsider(withQuotient(300)))).toBe(cents + 100);
  });
});

describe("bands of quotient", () => {
  const grids = { ...roncq, ...lieuvin.bands };
  const everyBand = Object.entries(grids).flatMap(([service, rule]) =>
    (["resident", "nonResident"] as const).flatMap((category) =>
      rule.bands[category].map((band) => ({ service, category, band, rule })),
    ),
  );

  test.each(everyBand)(
    "$service, $category: band $band.code from its first to its last quotient",
    ({ rule, category, band }) => {
      const last = band.max === null ? band.min + 10_000 : band.max - 1;
      for (const quotient of [band.min, last]) {
        const { cents, trace } = priceOf(rule, { ...withQuotient(quotient), category });
        expect(cents).toBe(band.cents);
        expect(trace).toMatchObject({
          band: band.code,
          bandMin: band.min,
          bandMax: band.max,
          quotient,
          quotientFrom: "2026-01-01",
        });
      }
    },
  );

  test("Roncq, quotient 900: 3.05 € for the commune, 6.50 € for outsiders", () => {
    expect(priceOf(roncq.REPAS, withQuotient(900))).toMatchObject({ cents: 305, trace: { band: "T4" } });
    expect(priceOf(roncq.REPAS, outsider(withQuotient(900)))).toMatchObject({ cents: 650, trace: { band: "E2" } });
    expect(3 * centsOf(roncq.PERI_DEMI_HEURE, withQuotient(900))).toBe(330);
  });

  test("an unknown quotient pays the dearest band, and the trace says why", () => {
    const { cents, trace } = priceOf(roncq.REPAS, asked);
    expect(cents).toBe(490);
    expect(trace).toMatchObject({ band: "T8", missingQuotient: true });
    expect(trace).not.toHaveProperty("quotient");
    expect(centsOf(roncq.PERI_DEMI_HEURE, outsider({ ...asked, quotient: null }))).toBe(205);
  });

  test("a hole in a grid is refused rather than guessed", () => {
    const bands = [{ code: "T1", min: 0, max: 400, cents: 50 }];
    const rule: TariffMethod = { method: "qf_band", bands: { resident: bands, nonResident: [] } };
    expect(() => priceOf(rule, withQuotient(400))).toThrow("price_unknown");
    expect(() => priceOf(rule, outsider(asked))).toThrow("price_unknown");
  });

  test("any quotient has exactly one price when bands follow one another", () => {
    const bands = fc
      .uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 9 })
      .map((limits) => [0, ...limits.sort((a, b) => a - b)])
      .map((limits) =>
        limits.map((min, n): IncomeBand => ({ code: `T${n}`, min, max: limits[n + 1] ?? null, cents: n * 10 })),
      );
    fc.assert(
      fc.property(bands, fc.nat(8_000), (resident, quotient) => {
        const covering = resident.filter(({ min, max }) => quotient >= min && (max === null || quotient < max));
        const { cents } = priceOf({ method: "qf_band", bands: { resident, nonResident: [] } }, withQuotient(quotient));
        return covering.length === 1 && cents === covering[0]?.cents;
      }),
    );
  });
});

describe("effort rate", () => {
  test.each(fayAuxLoges.vectors)("quotient $quotient: $cents cents", ({ quotient, cents }) => {
    expect(centsOf(fayAuxLoges.REPAS, withQuotient(quotient))).toBe(cents);
  });

  test("the trace tells the rate and the bound that was met", () => {
    expect(priceOf(fayAuxLoges.REPAS, withQuotient(800)).trace).toMatchObject({ rate: "0.0036", quotient: 800 });
    expect(priceOf(fayAuxLoges.REPAS, withQuotient(800)).trace).not.toHaveProperty("bound");
    expect(priceOf(fayAuxLoges.REPAS, withQuotient(500)).trace.bound).toBe("min");
    expect(priceOf(fayAuxLoges.REPAS, withQuotient(1300)).trace.bound).toBe("max");
    expect(priceOf(fayAuxLoges.REPAS, asked)).toMatchObject({
      cents: 450,
      trace: { bound: "max", missingQuotient: true },
    });
  });

  test("outsiders pay their own price where there is one", () => {
    expect(centsOf(fayAuxLoges.REPAS, outsider(withQuotient(800)))).toBe(288);
    const rule = { ...fayAuxLoges.REPAS, nonResidentCents: 620 };
    expect(priceOf(rule, outsider(withQuotient(800)))).toEqual({
      cents: 620,
      trace: { tariff: "Repas", validFrom: "2025-09-01", category: "nonResident", method: "effort_rate" },
    });
    expect(centsOf(rule, withQuotient(800))).toBe(288);
  });

  test.each([
    ["0.01005", 100, 101],
    ["0.01004", 100, 100],
    ["0.5", 1, 50],
    ["0.005", 1, 1],
    ["0.004", 1, 0],
    ["1", 7, 700],
  ])("%s × %i rounds half up, without binary fractions", (rate, quotient, cents) => {
    expect(centsOf({ method: "effort_rate", rate, minCents: 0, maxCents: 100_000 }, withQuotient(quotient))).toBe(
      cents,
    );
  });

  test("the price is within its bounds, half a cent at most from the exact one, and grows with the quotient", () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.integer({ min: 1, max: 999_999 }),
        fc.nat(500),
        fc.nat(3_000),
        (quotient, millionths, min, width) => {
          const rate = `0.${String(millionths).padStart(6, "0")}`;
          const rule: TariffMethod = { method: "effort_rate", rate, minCents: min, maxCents: min + width };
          const { cents, trace } = priceOf(rule, withQuotient(quotient));
          const exact = (quotient * millionths) / 10_000;
          expect(cents).toBeGreaterThanOrEqual(min);
          expect(cents).toBeLessThanOrEqual(min + width);
          if (!trace.bound) expect(Math.abs(cents - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
          expect(centsOf(rule, withQuotient(quotient + 1))).toBeGreaterThanOrEqual(cents);
        },
      ),
    );
  });
});

describe("the version in force", () => {
  const versions = [
    { id: 1, validFrom: "2024-09-01", validTo: "2025-08-31" },
    { id: 2, validFrom: "2025-09-01", validTo: null },
    { id: 3, validFrom: "2026-01-01", validTo: "2026-12-31" },
  ];

  test.each([
    ["2024-08-31", undefined],
    ["2024-09-01", 1],
    ["2025-08-31", 1],
    ["2025-09-01", 2],
    ["2025-12-31", 2],
    ["2026-01-01", 3],
    ["2026-12-31", 3],
    ["2027-01-01", 2],
  ])("on %s is %s", (date, id) => {
    expect(versionOn(versions, date)?.id).toBe(id);
    expect(versionOn(versions.toReversed(), date)?.id).toBe(id);
  });
});
