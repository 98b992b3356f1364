import { describe, expect, test } from "vitest";
import {
  dateInWords,
  dayInWords,
  deadlineDayInWords,
  deadlineInWords,
  instantInWords,
  monthInWords,
  numericDate,
  plainDate,
  shortDate,
  shortInstant,
  spanInWords,
  timeInWords,
} from "@/lib/core/format-date";

describe("civil dates", () => {
  test.each([
    ["2026-09-18", "vendredi 18 septembre 2026"],
    ["2026-09-01", "mardi 1er septembre 2026"],
    ["2026-10-11", "dimanche 11 octobre 2026"],
    ["2027-01-01", "vendredi 1er janvier 2027"],
  ])("%s is said %s", (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test("without the year, in short, in figures", () => {
    expect(dayInWords("2026-09-18")).toBe("vendredi 18 septembre");
    expect(dayInWords("2026-12-01")).toBe("mardi 1er décembre");
    expect(plainDate("2026-12-01")).toBe("1er décembre 2026");
    expect(shortDate("2026-09-18")).toBe("ven. 18 sept.");
    expect(shortDate("2026-12-01")).toBe("mar. 1er déc.");
    expect(numericDate("2026-09-01")).toBe("01/09/2026");
    expect(monthInWords("2026-09")).toBe("septembre 2026");
  });
});

test.each([
  ["2026-11-02", "2026-11-15", "du 2 au 15 novembre 2026"],
  ["2026-11-16", "2026-12-01", "du 16 novembre au 1er décembre 2026"],
  ["2026-09-01", "2027-08-31", "du 1er septembre 2026 au 31 août 2027"],
])("from %s to %s is said %s", (from, to, words) => {
  expect(spanInWords(from, to)).toBe(words);
});

test.each([
  ["18:30", "18\u00a0h\u00a030"],
  ["10:00:00", "10\u00a0h"],
  ["07:05", "7\u00a0h\u00a005"],
  ["00:00", "0\u00a0h"],
])("%s is said %s", (time, words) => {
  expect(timeInWords(time)).toBe(words);
});

describe("instants, in Paris", () => {
  test("in words and in figures", () => {
    const instant = new Date("2026-09-10T16:30:00Z");
    expect(instantInWords(instant)).toBe("jeudi 10 septembre 2026 à 18\u00a0h\u00a030");
    expect(shortInstant(instant)).toBe("10/09/2026 à 18\u00a0h\u00a030");
  });

  test("the day is the one of Paris, summer and winter", () => {
    expect(instantInWords(new Date("2026-09-10T22:15:00Z"))).toBe("vendredi 11 septembre 2026 à 0\u00a0h\u00a015");
    expect(shortInstant(new Date("2026-12-31T23:00:00Z"))).toBe("01/01/2027 à 0\u00a0h");
  });
});

describe("deadlines", () => {
  test.each([
    ["2026-09-10T22:00:00Z", "jeudi 10 septembre 2026 à 23\u00a0h\u00a059"],
    ["2026-12-31T23:00:00Z", "jeudi 31 décembre 2026 à 23\u00a0h\u00a059"],
    ["2026-10-24T22:00:00Z", "samedi 24 octobre 2026 à 23\u00a0h\u00a059"],
    ["2026-09-30T22:00:00Z", "mercredi 30 septembre 2026 à 23\u00a0h\u00a059"],
    ["2026-10-29T09:00:00Z", "jeudi 29 octobre 2026 à 10\u00a0h"],
  ])("%s is never an ambiguous midnight", (deadline, words) => {
    expect(deadlineInWords(new Date(deadline))).toBe(words);
  });

  test("without the year", () => {
    expect(deadlineDayInWords(new Date("2026-09-10T22:00:00Z"))).toBe("jeudi 10 septembre à 23\u00a0h\u00a059");
    expect(deadlineDayInWords(new Date("2026-10-01T08:00:00Z"))).toBe("jeudi 1er octobre à 10\u00a0h");
  });
});
