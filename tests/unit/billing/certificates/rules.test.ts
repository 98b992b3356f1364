import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certificateNumber, certificateSeries, codeOf } from "@/lib/billing/certificates/reference-of";
import { carePaidOf, hoursInWords, isUnderSix } from "@/lib/billing/certificates/rules";

describe("under six on 1 January of the tax year", () => {
  test.for([
    ["2019-01-01", 2025, true],
    ["2018-12-31", 2025, false],
    ["2025-06-30", 2025, true],
    ["2026-01-01", 2025, false],
    [null, 2025, false],
  ] as const)("born %s, year %i: %s", ([birthDate, year, expected]) =>
    expect(isUnderSix(birthDate, year)).toBe(expected),
  );
});

describe("the childcare in what was paid of an invoice", () => {
  const lines = [
    { key: "lisa", cents: 300, careCents: 300 },
    { key: "lisa", cents: 350, careCents: 0 },
    { key: "sohan", cents: 350, careCents: 200 },
  ];
  const paid = (on: string, cents: number, isCesu = false) => ({ on, cents, isCesu });

  test("paid in full it is the care lines, to the cent; the meals are left out", () => {
    expect(carePaidOf(lines, [paid("2026-03-01", 1000)], 2026)).toEqual([
      { key: "lisa", cents: 300, cesuCents: 0 },
      { key: "sohan", cents: 200, cesuCents: 0 },
    ]);
  });

  test("counts in the year of the payment, not of the bill", () => {
    const payments = [paid("2025-12-31", 500), paid("2026-01-01", 500)];
    expect(carePaidOf(lines, payments, 2025).map(({ cents }) => cents)).toEqual([150, 100]);
    expect(carePaidOf(lines, payments, 2026).map(({ cents }) => cents)).toEqual([150, 100]);
    expect(carePaidOf(lines, payments, 2027).map(({ cents }) => cents)).toEqual([0, 0]);
  });

  test("a payment taken back no longer counts, nor what is beyond what is due", () => {
    expect(carePaidOf(lines, [paid("2026-03-01", 1000), paid("2026-03-02", -1000)], 2026)[0]?.cents).toBe(0);
    expect(carePaidOf(lines, [paid("2026-03-01", 4000)], 2026)[0]?.cents).toBe(300);
  });

  test("prefunded CESU are told apart", () => {
    expect(carePaidOf(lines, [paid("2026-03-01", 250, true), paid("2026-03-02", 750)], 2026)).toEqual([
      { key: "lisa", cents: 150, cesuCents: 150 },
      { key: "sohan", cents: 100, cesuCents: 100 },
    ]);
  });

  test("years add up to what was paid for care, however it was paid", () => {
    const line = fc
      .record({ key: fc.constantFrom("a", "b", "c"), cents: fc.integer({ min: 1, max: 5000 }), meal: fc.nat(2000) })
      .map(({ key, cents, meal }) => ({ key, cents, careCents: Math.max(0, cents - meal) }));
    const payment = fc.record({
      on: fc.constantFrom("2024-05-05", "2025-01-01", "2025-12-31", "2026-06-06"),
      cents: fc.integer({ min: 1, max: 20_000 }),
      isCesu: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.array(payment, { maxLength: 6 }),
        (lines, payments) => {
          const total = lines.reduce((sum, { cents }) => sum + cents, 0);
          const care = lines.reduce((sum, { careCents }) => sum + careCents, 0);
          const all = [2024, 2025, 2026].flatMap((year) => carePaidOf(lines, payments, year));
          const certified = all.reduce((sum, { cents, cesuCents }) => sum + cents + cesuCents, 0);
          const given = payments.reduce((sum, { cents }) => sum + cents, 0);
          expect(all.every(({ cents, cesuCents }) => cents >= 0 && cesuCents >= 0)).toBe(true);
          expect(certified).toBeLessThanOrEqual(Math.min(care, given));
          const others = payments.filter(({ isCesu }) => !isCesu).reduce((sum, { cents }) => sum + cents, 0);
          if (others >= total) expect(care - certified).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});

test("the same content has the same code, another one another", () => {
  expect(codeOf("fiscale", { cents: 1 })).toBe(codeOf("fiscale", { cents: 1 }));
  expect(codeOf("fiscale", { cents: 1 })).not.toBe(codeOf("fiscale", { cents: 2 }));
  expect(codeOf("fiscale", {})).not.toBe(codeOf("presence", {}));
  expect(codeOf("fiscale", {})).toMatch(/^[0-9A-F]{12}$/);
  expect(certificateNumber(certificateSeries("fiscale", "2026"), 12)).toBe("ATF2026-00012");
});

test("hours in words", () =>
  expect([450, 60, 5].map(hoursInWords)).toEqual(["7\u00a0h\u00a030", "1\u00a0h", "0\u00a0h\u00a005"]));
