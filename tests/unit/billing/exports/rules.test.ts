import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell, eurosOf, harmless, sheetCell } from "@/lib/billing/exports/rules";

const text = { label: "Famille", kind: "text" } as const;
const cents = { label: "Montant", kind: "cents" } as const;

describe("a CSV that French spreadsheets open", () => {
  test.for(["=1+1", "+33 6", "-2", "@sum", "\tx", "\rx", "＝1"])("no text is a formula: %s", (formula) =>
    expect(harmless(formula)).toBe(`'${formula}`),
  );
  test("ordinary names stay as they are", () => expect(csvCell("O’Brien-Lefèvre", text)).toBe("O’Brien-Lefèvre"));
  test("amounts have a comma and keep their sign", () => {
    expect([0, 5, -5, 1240, -123_456].map((amount) => csvCell(amount, cents))).toEqual([
      "0,00",
      "0,05",
      "-0,05",
      "12,40",
      "-1234,56",
    ]);
  });
  test("no cent is lost in writing", () => {
    fc.assert(
      fc.property(fc.integer(), (amount) => Math.round(Number(eurosOf(amount).replace(",", ".")) * 100) === amount),
    );
  });
  test("dates and hours are those of Paris", () => {
    expect(csvCell("2026-09-18", { label: "Date", kind: "date" })).toBe("18/09/2026");
    expect(csvCell(new Date("2026-09-18T06:30:00Z"), { label: "Heure", kind: "time" })).toBe("08:30");
    expect(csvCell(null, cents)).toBe("");
  });
});

test("a workbook holds numbers as numbers and texts as texts", () => {
  expect(sheetCell(1240, cents)).toBe(12.4);
  expect(sheetCell("=1+1", text)).toBe("=1+1");
  expect(sheetCell("2026-09-18", { label: "Date", kind: "date" })).toEqual(new Date("2026-09-18T00:00:00Z"));
  expect(sheetCell(null, cents)).toBeNull();
});
