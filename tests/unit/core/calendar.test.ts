import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMinutes,
  addMonths,
  ageOn,
  dateOf,
  datesBetween,
  firstDayOf,
  instantOf,
  lastDayOf,
  mondayOf,
  monthOf,
  parseMonth,
  weekdayOf,
} from "@/lib/core/calendar";

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

describe("dates and instants in Paris", () => {
  test.each([
    ["2026-09-17T21:59:59Z", "2026-09-17"],
    ["2026-09-17T22:00:00Z", "2026-09-18"],
    ["2026-12-31T22:59:59Z", "2026-12-31"],
    ["2026-12-31T23:00:00Z", "2027-01-01"],
  ])("%s is on %s", (instant, expected) => {
    expect(dateOf(new Date(instant))).toBe(expected);
  });

  test.each([
    ["2026-09-18", "00:00", "2026-09-17T22:00:00.000Z"],
    ["2026-01-18", "00:00", "2026-01-17T23:00:00.000Z"],
    ["2026-09-18", "16:30:00", "2026-09-18T14:30:00.000Z"],
    ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
  ])("%s at %s is %s", (date, time, expected) => {
    expect(instantOf(date, time).toISOString()).toBe(expected);
  });

  test("the start of a day is on that day", () => {
    fc.assert(fc.property(date, (date) => dateOf(instantOf(date, "00:00")) === date));
  });

  test("minutes are those of the clock that never jumps", () => {
    expect(addMinutes(new Date("2026-10-25T00:30:00Z"), 90).toISOString()).toBe("2026-10-25T02:00:00.000Z");
  });
});

describe("days and weeks", () => {
  test.each([
    ["2026-09-18", 3, "2026-09-21"],
    ["2026-09-01", -1, "2026-08-31"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("%s and %i days", (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
  });

  test("Monday is 1, Sunday is 7", () => {
    expect(weekdayOf("2026-09-14")).toBe(1);
    expect(weekdayOf("2026-09-20")).toBe(7);
  });

  test("the Monday of a week is at most six days before", () => {
    fc.assert(
      fc.property(date, (date) => {
        const monday = mondayOf(date);
        return weekdayOf(monday) === 1 && addDays(monday, weekdayOf(date) - 1) === date;
      }),
    );
  });

  test("all dates between two, both included", () => {
    expect(datesBetween("2026-12-30", "2027-01-02")).toEqual(["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]);
    expect(datesBetween("2026-09-18", "2026-09-18")).toEqual(["2026-09-18"]);
    expect(datesBetween("2026-09-18", "2026-09-17")).toEqual([]);
  });
});

describe("months", () => {
  test("a month has a first and a last day", () => {
    expect(monthOf("2026-09-18")).toBe("2026-09");
    expect(firstDayOf("2026-09")).toBe("2026-09-01");
    expect(lastDayOf("2026-09")).toBe("2026-09-30");
    expect(lastDayOf("2026-02")).toBe("2026-02-28");
    expect(lastDayOf("2028-02")).toBe("2028-02-29");
  });

  test("months follow one another over the year", () => {
    expect(addMonths("2026-11", 2)).toBe("2027-01");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
  });

  test.each([
    ["2027-02", "2027-02"],
    [undefined, "2026-09"],
    ["2026-13", "2026-09"],
    ["2026-9", "2026-09"],
    ["1999-12", "2026-09"],
    ["../etc/passwd", "2026-09"],
  ])("a URL that asks for %s gets %s", (asked, expected) => {
    expect(parseMonth(asked, new Date("2026-09-09T08:00:00Z"))).toBe(expected);
  });
});

test.each([
  ["2019-05-14", "2026-05-13", 6],
  ["2019-05-14", "2026-05-14", 7],
  ["2020-02-29", "2026-02-28", 5],
  ["2020-02-29", "2026-03-01", 6],
  ["2020-02-29", "2028-02-29", 8],
  ["2023-09-01", "2023-09-01", 0],
])("born on %s, on %s a child is %i", (birthDate, date, age) => {
  expect(ageOn(birthDate, date)).toBe(age);
});
