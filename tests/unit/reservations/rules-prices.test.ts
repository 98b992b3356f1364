import { describe, expect, test } from "vitest";
import { type PriceFacts, priceOn } from "@/lib/reservations/prices/rules";

const flat = (cents: number) => ({ method: "flat" as const, cents: { resident: cents, nonResident: 2 * cents } });
const facts: PriceFacts = {
  billing: "prepaid",
  category: "resident",
  tariff: "Soir",
  versions: [
    { validFrom: "2026-01-01", validTo: "2026-09-30", rule: flat(300) },
    { validFrom: "2026-10-01", validTo: null, rule: flat(320) },
  ],
  quotients: [],
};

describe("the price of a day", () => {
  test.each([
    ["2026-09-30", 300],
    ["2026-10-01", 320],
    ["2027-06-30", 320],
  ])("%s: the version in force on the day of the service", (date, cents) => {
    expect(priceOn(facts, date)?.cents).toBe(cents);
  });

  test("is unknown before any version", () => {
    expect(priceOn(facts, "2025-12-31")).toBeUndefined();
  });

  test("depends on where the family lives", () => {
    expect(priceOn({ ...facts, category: "nonResident" }, "2026-09-18")).toMatchObject({
      cents: 600,
      trace: { category: "nonResident", tariff: "Soir", validFrom: "2026-01-01" },
    });
  });

  test("is nothing where the activity is free", () => {
    expect(priceOn({ ...facts, billing: "free" }, "2026-09-18")).toMatchObject({ cents: 0, trace: { method: "free" } });
  });

  const bands = [
    { code: "A", min: 0, max: 699, cents: 100 },
    { code: "B", min: 700, max: null, cents: 250 },
  ];
  const byQuotient: PriceFacts = {
    ...facts,
    versions: [
      {
        validFrom: "2026-01-01",
        validTo: null,
        rule: { method: "qf_band", bands: { resident: bands, nonResident: bands } },
      },
    ],
    quotients: [
      { value: 500, source: "caf", from: "2026-09-15", to: "2026-09-20" },
      { value: 900, source: "caf", from: "2026-01-01", to: "2026-09-14" },
    ],
  };
  test.each([
    ["2026-09-14", 250],
    ["2026-09-15", 100],
    ["2026-09-20", 100],
  ])("%s: by the quotient in force on the day of the service", (date, cents) => {
    expect(priceOn(byQuotient, date)?.cents).toBe(cents);
  });

  test("is the highest when no quotient is in force, and says so", () => {
    expect(priceOn(byQuotient, "2026-09-21")).toMatchObject({ cents: 250, trace: { missingQuotient: true } });
  });
});
