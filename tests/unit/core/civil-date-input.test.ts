import { expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { civilDateInput } from "@/lib/core/civil-date-input";

test("takes the days that exist, within what people mean", () => {
  const { safeParse } = civilDateInput("Choisissez un jour.");
  for (const day of ["1900-01-01", "2028-02-29", "2199-12-31"]) expect(safeParse(day).success).toBe(true);
  for (const day of ["2026-02-29", "1899-12-31", "2200-01-01", "9999-12-31", "0001-01-01", "+010000-01-01"]) {
    expect(safeParse(day).error?.issues[0]?.message).toBe("Choisissez un jour.");
  }
});

test("because the last day that ISO writes in ten characters has no next one", () => {
  expect(addDays("9999-12-31", 1)).not.toMatch(/^\d{4}-\d\d-\d\d$/);
});
