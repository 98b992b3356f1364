import { describe, expect, test } from "vitest";
import {
  easterOf,
  holidaysOn,
  isWorkingDay,
  nextHolidays,
  publicHolidayName,
  publicHolidaysOf,
  schoolDayKind,
} from "@/lib/catalogue/calendar/rules";
import { datesBetween } from "@/lib/core/calendar";

describe("school days", () => {
  test.each([
    ["2026-09-18", "school"],
    ["2026-09-16", "wednesday"],
    ["2026-09-19", "weekend"],
    ["2026-11-11", "publicHoliday"],
    ["2026-10-16", "school"],
    ["2026-10-17", "holiday"],
    ["2026-11-01", "holiday"],
    ["2026-11-02", "school"],
    ["2027-05-06", "publicHoliday"],
    ["2027-05-07", "bridge"],
    ["2027-05-09", "bridge"],
    ["2027-05-10", "school"],
  ] as const)("%s is %s in zone B", (date, kind) => {
    expect(schoolDayKind(date, "B")).toBe(kind);
  });

  test.each([
    ["2026-2027", "A", "2027-02-13", "2027-03-01"],
    ["2026-2027", "B", "2027-02-20", "2027-03-08"],
    ["2026-2027", "C", "2027-02-06", "2027-02-22"],
    ["2027-2028", "A", "2028-04-22", "2028-05-09"],
    ["2027-2028", "B", "2028-04-08", "2028-04-24"],
    ["2027-2028", "C", "2028-04-15", "2028-05-02"],
  ] as const)("%s, zone %s: no school from %s, school again on %s", (_, zone, first, resume) => {
    expect(schoolDayKind(first, zone)).toBe("holiday");
    const off = datesBetween(first, resume).slice(0, -1);
    expect(off.map((date) => schoolDayKind(date, zone))).not.toContain("school");
    expect(schoolDayKind(resume, zone)).toBe("school");
  });

  test.each([
    ["2024-09-02", "school"],
    ["2025-09-01", "school"],
    ["2026-08-31", "holiday"],
    ["2026-09-01", "school"],
    ["2027-09-01", "holiday"],
    ["2027-09-02", "school"],
  ] as const)("the school year begins on the published day: %s is %s", (date, kind) => {
    expect(schoolDayKind(date, "B")).toBe(kind);
  });

  test.each(["2024-09-01", "2028-07-05", "2028-08-15", "2028-09-04", "2031-01-15"])(
    "%s is unknown, not a school day",
    (date) => {
      expect(schoolDayKind(date, "B")).toBe("unknown");
    },
  );

  test("the last published day is a school day", () => {
    expect(schoolDayKind("2028-07-04", "B")).toBe("school");
  });

  test("Good Friday is a school day but in Alsace-Moselle", () => {
    expect(schoolDayKind("2026-04-03", "B")).toBe("school");
    expect(schoolDayKind("2026-04-03", "B", { alsaceMoselle: true })).toBe("publicHoliday");
  });
});

describe("school holidays", () => {
  test("have the name families know", () => {
    expect(holidaysOn("2026-12-25", "B")?.label).toBe("Vacances de Noël");
    expect(holidaysOn("2027-02-20", "B")?.label).toBe("Vacances d’hiver");
    expect(holidaysOn("2027-02-19", "B")).toBeUndefined();
    expect(holidaysOn("2028-07-10", "B")).toBeUndefined();
  });

  test.each([
    ["2026-11-23", "B", "Vacances de Noël", "2026-12-19"],
    ["2026-12-19", "B", "Vacances d’hiver", "2027-02-20"],
    ["2026-12-19", "C", "Vacances d’hiver", "2027-02-06"],
    ["2027-05-01", "A", "Vacances d’été", "2027-07-03"],
    ["2028-06-01", "B", "Vacances d’été", "2028-07-05"],
  ] as const)("the next ones after %s in zone %s: %s", (date, zone, label, firstDayOff) => {
    expect(nextHolidays(date, zone)).toMatchObject({ label, firstDayOff });
  });

  test("nothing is invented after the last published ones", () => {
    expect(nextHolidays("2028-06-01", "B")?.lastDayOff).toBeNull();
    expect(nextHolidays("2028-07-05", "B")).toBeUndefined();
  });
});

describe("public holidays", () => {
  test.each(["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"])(
    "Easter: %s",
    (date) => {
      expect(easterOf(Number(date.slice(0, 4)))).toBe(date);
    },
  );

  test("of 2026, as published", () => {
    expect([...publicHolidaysOf(2026)]).toEqual([
      ["2026-01-01", "Jour de l’An"],
      ["2026-04-06", "Lundi de Pâques"],
      ["2026-05-01", "Fête du Travail"],
      ["2026-05-08", "Victoire 1945"],
      ["2026-05-14", "Ascension"],
      ["2026-05-25", "Lundi de Pentecôte"],
      ["2026-07-14", "Fête nationale"],
      ["2026-08-15", "Assomption"],
      ["2026-11-01", "Toussaint"],
      ["2026-11-11", "Armistice 1918"],
      ["2026-12-25", "Noël"],
    ]);
  });

  test.each([
    [2024, ["2024-04-01", "2024-05-09", "2024-05-20"]],
    [2025, ["2025-04-21", "2025-05-29", "2025-06-09"]],
    [2027, ["2027-03-29", "2027-05-06", "2027-05-17"]],
    [2028, ["2028-04-17", "2028-05-25", "2028-06-05"]],
    [2029, ["2029-04-02", "2029-05-10", "2029-05-21"]],
  ])("the movable ones of %i", (year, dates) => {
    const movable = [...publicHolidaysOf(year)].filter(([, name]) => /Pâques|Ascension|Pentecôte/.test(name));
    expect(movable.map(([date]) => date)).toEqual(dates);
  });

  test("two more in Alsace-Moselle", () => {
    const extra = [...publicHolidaysOf(2027, { alsaceMoselle: true })].filter(
      ([date]) => !publicHolidaysOf(2027).has(date),
    );
    expect(extra).toEqual([
      ["2027-03-26", "Vendredi saint"],
      ["2027-12-26", "Saint-Étienne"],
    ]);
    expect(publicHolidayName("2027-12-26")).toBeUndefined();
  });
});

test.each([
  ["2026-11-10", true],
  ["2026-11-11", false],
  ["2026-11-14", false],
  ["2026-11-15", false],
  ["2026-12-28", true],
  ["2035-05-01", false],
])("%s is a working day: %s", (date, working) => {
  expect(isWorkingDay(date)).toBe(working);
});
