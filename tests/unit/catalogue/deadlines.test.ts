import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DaySkip, DeadlineRule } from "@/db/schema";
import { deadlineOf } from "@/lib/catalogue/deadlines/rules";
import { addDays, datesBetween, instantOf } from "@/lib/core/calendar";

const zoneB = { zone: "B" } as const;
const evening = (date: string) => ({ date, startsAt: "16:30" });
const closesAt = (rule: DeadlineRule, date: string, calendar: Parameters<typeof deadlineOf>[2] = zoneB) =>
  deadlineOf(rule, evening(date), calendar).toISOString();
const paris = (date: string, time: string) => instantOf(date, time).toISOString();

describe("days before", () => {
  test.each([
    ["7 calendar days, at midnight", 7, "calendar", "00:00", "2026-09-18", "2026-09-10T22:00:00.000Z"],
    ["2 working days around a weekend", 2, "working", "10:00", "2026-11-02", "2026-10-29T09:00:00.000Z"],
    ["2 working days around 11 November", 2, "working", "10:00", "2026-11-12", "2026-11-09T09:00:00.000Z"],
    ["1 school day from Monday to Friday", 1, "school", "11:00", "2026-09-21", "2026-09-18T09:00:00.000Z"],
    ["1 school day over a Wednesday", 1, "school", "11:00", "2026-09-17", "2026-09-15T09:00:00.000Z"],
    ["1 school day on the return from holidays", 1, "school", "11:00", "2026-11-02", "2026-10-16T09:00:00.000Z"],
    ["1 school day on the first day of the year", 1, "school", "11:00", "2026-09-01", "2026-07-03T09:00:00.000Z"],
    ["the day itself", 0, "calendar", "08:00", "2026-09-18", "2026-09-18T06:00:00.000Z"],
  ] as const)("%s", (_, days, count, time, date, expected) => {
    expect(closesAt({ kind: "daysBefore", days, count, time }, date)).toBe(expected);
  });

  test.each<[string, DaySkip, string, string]>([
    ["weekends", { weekends: true }, "2026-09-21", "2026-09-17"],
    ["public holidays", { publicHolidays: true }, "2026-11-12", "2026-11-09"],
    ["closed days", { closedDays: true }, "2026-09-18", "2026-09-15"],
    ["school holidays", { schoolHolidays: true }, "2026-11-02", "2026-10-15"],
    ["several", { weekends: true, publicHolidays: true, closedDays: true }, "2026-11-12", "2026-11-09"],
  ])("calendar days without %s", (_, skip, date, expected) => {
    const calendar = { ...zoneB, closedDays: new Set(["2026-09-17"]) };
    const rule = { kind: "daysBefore", days: 2, count: "calendar", time: "12:00", skip } as const;
    expect(closesAt(rule, date, calendar)).toBe(paris(expected, "12:00"));
  });

  test("working days know Alsace-Moselle", () => {
    const rule = { kind: "daysBefore", days: 1, count: "working", time: "10:00" } as const;
    expect(closesAt(rule, "2025-12-29")).toBe(paris("2025-12-26", "10:00"));
    expect(closesAt(rule, "2025-12-29", { zone: "B", alsaceMoselle: true })).toBe(paris("2025-12-24", "10:00"));
  });

  test("refuses to count school days where no calendar was published", () => {
    const rule = { kind: "daysBefore", days: 1, count: "school", time: "10:00" } as const;
    expect(() => closesAt(rule, "2023-05-10")).toThrow("no day counts");
  });
});

describe("a weekday before", () => {
  test.each([
    ["Thursday of the week before", 4, 1, "2026-09-21", "2026-09-17"],
    ["Thursday of the week before, from a Sunday", 4, 1, "2026-09-27", "2026-09-17"],
    ["two weeks before", 4, 2, "2026-09-23", "2026-09-10"],
    ["Monday of the same week", 1, 0, "2026-09-18", "2026-09-14"],
    ["the same day, before the service begins", 5, 0, "2026-09-18", "2026-09-18"],
    ["a weekday that would come after the service is last week's", 5, 0, "2026-09-15", "2026-09-11"],
    ["over the end of a year", 4, 1, "2027-01-04", "2026-12-31"],
  ] as const)("%s", (_, weekday, weeks, date, expected) => {
    expect(closesAt({ kind: "weekdayBefore", weekday, weeks, time: "12:00" }, date)).toBe(paris(expected, "12:00"));
  });
});

describe("a day of the month before", () => {
  test.each([
    [20, "2026-10-05", "2026-09-20"],
    [20, "2027-01-15", "2026-12-20"],
    [31, "2027-03-09", "2027-02-28"],
    [31, "2028-03-09", "2028-02-29"],
  ] as const)("the %i, for %s, is %s", (day, date, expected) => {
    expect(closesAt({ kind: "dayOfPreviousMonth", day, time: "18:00" }, date)).toBe(paris(expected, "18:00"));
  });
});

describe("hours before", () => {
  test.each([
    [72, "2026-09-18", "2026-09-15T14:30:00.000Z"],
    [2, "2026-09-18", "2026-09-18T12:30:00.000Z"],
    [1.5, "2026-09-18", "2026-09-18T13:00:00.000Z"],
    [17, "2026-09-18", "2026-09-17T21:30:00.000Z"],
  ] as const)("%d hours before %s at 16:30 is %s", (hours, date, expected) => {
    expect(closesAt({ kind: "hoursBefore", hours, time: "00:00" }, date)).toBe(expected);
  });
});

describe("where a deadline falls on a day that does not count", () => {
  const rule = { kind: "hoursBefore", hours: 48, time: "00:00", skip: { weekends: true } } as const;

  test("it moves to the last day that does", () => {
    expect(closesAt(rule, "2026-09-21")).toBe(paris("2026-09-18", "16:30"));
    expect(closesAt({ ...rule, onSkippedDay: "earlier" }, "2026-09-21")).toBe(paris("2026-09-18", "16:30"));
  });

  test("or stays, when the rule says so", () => {
    expect(closesAt({ ...rule, onSkippedDay: "stay" }, "2026-09-21")).toBe(paris("2026-09-19", "16:30"));
  });

  test("a structure that never opens is a mistake in its settings", () => {
    const closedDays = new Set(datesBetween("2026-01-01", "2026-12-31"));
    const never = { ...rule, skip: { closedDays: true } };
    expect(() => closesAt(never, "2026-09-21", { zone: "B", closedDays })).toThrow("no day counts");
  });
});

test("without a deadline, one may book until the service begins", () => {
  expect(closesAt({ kind: "none", time: "00:00", skip: { weekends: true } }, "2026-09-19")).toBe(
    paris("2026-09-19", "16:30"),
  );
});

describe("when the clocks change", () => {
  test.each([
    ["the day before, 10:00", "2026-03-29", "10:00", "2026-03-28T09:00:00.000Z"],
    ["the day of the change, midnight", "2026-03-30", "00:00", "2026-03-28T23:00:00.000Z"],
    ["the day of the change, in the hour that does not exist", "2026-03-30", "02:30", "2026-03-29T01:30:00.000Z"],
    ["the day of the change, 03:00", "2026-03-30", "03:00", "2026-03-29T01:00:00.000Z"],
    ["the day after", "2026-03-31", "10:00", "2026-03-30T08:00:00.000Z"],
    ["in autumn, midnight", "2026-10-26", "00:00", "2026-10-24T22:00:00.000Z"],
    ["in autumn, the first 02:30", "2026-10-26", "02:30", "2026-10-25T00:30:00.000Z"],
    ["in autumn, 03:00", "2026-10-26", "03:00", "2026-10-25T02:00:00.000Z"],
    ["in autumn, the day after", "2026-10-27", "10:00", "2026-10-26T09:00:00.000Z"],
  ])("%s", (_, date, time, expected) => {
    expect(closesAt({ kind: "daysBefore", days: 1, count: "calendar", time }, date)).toBe(expected);
  });

  test.each([
    ["2026-03-30", "00:00", "28/03/2026 23:59:59", "29/03/2026 00:00:01"],
    ["2026-03-30", "02:30", "29/03/2026 03:29:59", "29/03/2026 03:30:01"],
    ["2026-03-30", "03:00", "29/03/2026 01:59:59", "29/03/2026 03:00:01"],
    ["2026-10-26", "00:00", "24/10/2026 23:59:59", "25/10/2026 00:00:01"],
    ["2026-10-26", "03:00", "25/10/2026 02:59:59", "25/10/2026 03:00:01"],
  ])(
    "the day before %s at %s, a second earlier and a second later on a clock in Paris",
    (date, time, earlier, later) => {
      const clock = new Intl.DateTimeFormat("fr-FR", {
        dateStyle: "short",
        timeStyle: "medium",
        timeZone: "Europe/Paris",
      });
      const deadline = deadlineOf(
        { kind: "daysBefore", days: 1, count: "calendar", time },
        evening(date),
        zoneB,
      ).getTime();
      expect([deadline - 1_000, deadline + 1_000].map((at) => clock.format(at))).toEqual([earlier, later]);
    },
  );

  test("seven days before stays at midnight on the wall clock", () => {
    const rule = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" } as const;
    expect(closesAt(rule, "2026-04-02")).toBe("2026-03-25T23:00:00.000Z");
    expect(closesAt(rule, "2026-10-29")).toBe("2026-10-21T22:00:00.000Z");
  });

  test("hours are those of the wall clock", () => {
    expect(closesAt({ kind: "hoursBefore", hours: 24, time: "00:00" }, "2026-03-29")).toBe(
      paris("2026-03-28", "16:30"),
    );
    expect(closesAt({ kind: "hoursBefore", hours: 24, time: "00:00" }, "2026-10-25")).toBe(
      paris("2026-10-24", "16:30"),
    );
  });
});

describe("whatever the rule", () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
  const skip = fc.record(
    { weekends: fc.boolean(), publicHolidays: fc.boolean(), schoolHolidays: fc.boolean(), closedDays: fc.boolean() },
    { requiredKeys: [] },
  );
  const common = { time, skip, onSkippedDay: fc.constantFrom("earlier" as const, "stay" as const) };
  const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(
    fc.record({ ...common, kind: fc.constant("none" as const) }),
    fc.record({
      ...common,
      kind: fc.constant("daysBefore" as const),
      days: fc.nat(21),
      count: fc.constantFrom("calendar" as const, "working" as const, "school" as const),
    }),
    fc.record({
      ...common,
      kind: fc.constant("weekdayBefore" as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      weeks: fc.constantFrom(0 as const, 1 as const, 2 as const),
    }),
    fc.record({ ...common, kind: fc.constant("dayOfPreviousMonth" as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ ...common, kind: fc.constant("hoursBefore" as const), hours: fc.integer({ min: 0, max: 400 }) }),
  );
  const date = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-09-15", days));
  const closedDays = new Set(["2026-09-17", "2026-09-18", "2027-01-04"]);
  const of = (rule: DeadlineRule, date: string, startsAt: string) =>
    deadlineOf(rule, { date, startsAt }, { zone: "B", closedDays }).getTime();

  test("a deadline is never after the service has begun", () => {
    fc.assert(
      fc.property(
        rule,
        date,
        time,
        (rule, date, startsAt) => of(rule, date, startsAt) <= instantOf(date, startsAt).getTime(),
      ),
      { numRuns: 300 },
    );
  });

  test("a later day never closes before an earlier one", () => {
    fc.assert(
      fc.property(rule, date, time, fc.integer({ min: 1, max: 40 }), (rule, date, startsAt, later) => {
        return of(rule, date, startsAt) <= of(rule, addDays(date, later), startsAt);
      }),
      { numRuns: 300 },
    );
  });

  test("one day more before never closes later", () => {
    const counted = fc.constantFrom("calendar" as const, "working" as const, "school" as const);
    fc.assert(
      fc.property(fc.nat(14), counted, skip, time, date, (days, count, skip, time, date) => {
        const rule = { kind: "daysBefore", count, skip, time } as const;
        return of({ ...rule, days: days + 1 }, date, "16:30") <= of({ ...rule, days }, date, "16:30");
      }),
      { numRuns: 300 },
    );
  });
});
