import { describe, expect, test } from "vitest";
import { peakOf, ratioOf, requiredAdults, type Setting, warningsOf } from "@/lib/reservations/planning/rules";

const tuesday = "2026-09-15";
const wednesday = "2026-09-16";
const saturday = "2026-09-19";
const evening = { date: tuesday, startsAt: "16:30:00", endsAt: "18:30:00", hasPedt: false } as const;
const wholeDay = { startsAt: "08:00", endsAt: "18:00" };

/** Handbook §3.5, CASF R227-15 and R227-16. */
test.each<[string, Setting, number, number, string]>([
  ["holidays", { ...evening, ...wholeDay, kind: "holidays" }, 8, 12, "R227-15"],
  ["holidays, half a day", { ...evening, kind: "holidays" }, 8, 12, "R227-15"],
  ["holidays, with a PEDT that changes nothing", { ...evening, kind: "holidays", hasPedt: true }, 8, 12, "R227-15"],
  ["a Saturday", { ...evening, kind: "before_after_school", date: saturday }, 8, 12, "R227-15"],
  ["after school", { ...evening, kind: "before_after_school" }, 10, 14, "R227-16"],
  ["after school, with a PEDT", { ...evening, kind: "before_after_school", hasPedt: true }, 14, 18, "R227-16"],
  ["lunch", { ...evening, kind: "lunch", startsAt: "11:45", endsAt: "13:30" }, 10, 14, "R227-16"],
  ["Wednesday, whole day", { ...evening, ...wholeDay, kind: "wednesday", date: wednesday }, 8, 12, "R227-16"],
  [
    "Wednesday, whole day, with a PEDT",
    { ...evening, ...wholeDay, kind: "wednesday", date: wednesday, hasPedt: true },
    10,
    14,
    "R227-16",
  ],
  [
    "Wednesday, five hours exactly",
    { ...evening, kind: "wednesday", date: wednesday, startsAt: "13:00", endsAt: "18:00" },
    10,
    14,
    "R227-16",
  ],
  [
    "Wednesday, one minute more",
    { ...evening, kind: "wednesday", date: wednesday, startsAt: "13:00", endsAt: "18:01" },
    8,
    12,
    "R227-16",
  ],
])("%s", (_, setting, under6, from6, article) => {
  expect(ratioOf(setting)).toEqual({ under6, from6, article });
});

test.each([
  [0, 0, 0],
  [1, 0, 1],
  [10, 14, 2],
  [11, 14, 3],
  [11, 15, 4],
  [0, 29, 3],
])("%i under six and %i from six on take %i adults, each rounded up", (under6, from6, adults) => {
  expect(requiredAdults({ under6, from6 }, { under6: 10, from6: 14, article: "R227-16" })).toBe(adults);
});

describe("the peak of a structure", () => {
  test("adds what happens at the same moment, and only that", () => {
    const day = [
      { startsAt: "07:30", endsAt: "08:30", adults: 2 },
      { startsAt: "11:45", endsAt: "13:30", adults: 4 },
      { startsAt: "12:00", endsAt: "12:45", adults: 6 },
      { startsAt: "13:30", endsAt: "16:00", adults: 9 },
    ];
    expect(peakOf(day)).toEqual({ at: "12:00", adults: 10 });
  });

  test("is nothing when nobody comes", () => {
    expect(peakOf([])).toBeUndefined();
    expect(peakOf([{ startsAt: "07:30", endsAt: "08:30", adults: 0 }])).toBeUndefined();
  });
});

describe("a warning", () => {
  const setting: Setting = { ...evening, kind: "before_after_school" };

  test("says how many adults are missing, and by which article", () => {
    expect(warningsOf(setting, { plannedAdults: 2, children: { under6: 11, from6: 15 } })).toEqual([
      "Il manque 2 adultes (article R227-16).",
    ]);
    expect(warningsOf(setting, { plannedAdults: 4, children: { under6: 11, from6: 15 } })).toEqual([]);
  });

  test("waits until someone has said how many there will be", () => {
    expect(warningsOf(setting, { plannedAdults: null, children: { under6: 50, from6: 0 } })).toEqual([]);
  });

  test("tells of more than three hundred in the holidays, not at school", () => {
    const crowd = { plannedAdults: null, children: { under6: 0, from6: 301 } };
    expect(warningsOf({ ...setting, kind: "holidays" }, crowd)).toHaveLength(1);
    expect(warningsOf(setting, crowd)).toEqual([]);
  });
});
