import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CustodyRule } from "@/db/schema";
import { addDays, datesBetween, mondayOf, weekOf } from "@/lib/core/calendar";
import { householdOn, householdsIn, isElsewhere, rulesOn } from "@/lib/families/custody/rules";

const calendar = { zone: "B" } as const;
const at = (date: string, endsAt = "18:30") => ({ date, endsAt, calendar });
const on = (rules: CustodyRule[], date: string, endsAt?: string) => householdOn(rules, at(date, endsAt));

/** A on even weeks, from Friday at six. */
const parity: CustodyRule = { kind: "parityWeeks", even: "A", odd: "B", switchWeekday: 5, switchTime: "18:00" };
const calendarWeeks: CustodyRule = { ...parity, switchWeekday: 1, switchTime: "00:00" };

describe("even and odd weeks", () => {
  test("1 September 2026 is in ISO week 36", () => {
    expect(weekOf("2026-09-01")).toBe(36);
  });

  test.for([
    ["2026-09-04", "13:30", "A", "the midday of the Friday of week 36"],
    ["2026-09-04", "18:30", "B", "its evening ends after the switch"],
    ["2026-09-04", "18:00", "B", "an end at the very minute of the switch"],
    ["2026-09-04", "17:59:00", "A", "the minute before, as the database writes it"],
    ["2026-08-28", "18:30", "A", "the turn of week 36 begins on the Friday of week 35"],
    ["2026-09-06", "18:30", "B", "the Sunday after the switch"],
  ] as const)("%s until %s: %s, %s", ([date, endsAt, household]) => {
    expect(on([parity], date, endsAt)).toBe(household);
  });

  test.for([
    ["2026-08-30", "B"],
    ["2026-08-31", "A"],
    ["2026-09-06", "A"],
    ["2026-09-07", "B"],
  ] as const)("with a switch on Monday at midnight a turn is a calendar week: %s, %s", ([date, household]) => {
    expect(on([calendarWeeks], date, "08:30")).toBe(household);
  });

  test.for([
    ["2026-12-27", "A"],
    ["2026-12-28", undefined],
    ["2027-01-03", undefined],
    ["2027-01-04", "B"],
    ["2027-01-11", "A"],
  ] as const)("week 53 of 2026 repeats the parity of week 1: %s, %s", ([date, household]) => {
    expect(on([calendarWeeks], date)).toBe(household);
  });

  test("the turn of week 53 moves with the switch", () => {
    expect(on([parity], "2026-12-25", "17:00")).toBe("A");
    expect(on([parity], "2026-12-25")).toBeUndefined();
    expect(on([parity], "2027-01-01", "17:00")).toBeUndefined();
    expect(on([parity], "2027-01-01")).toBe("B");
  });

  test("staff settle week 53 by an override", () => {
    const settled: CustodyRule = { kind: "override", from: "2026-12-28", to: "2027-01-03", household: "A" };
    expect(on([calendarWeeks, settled], "2026-12-30")).toBe("A");
    expect(on([calendarWeeks, settled], "2027-01-04")).toBe("B");
  });

  test("an earlier rule does not hide that week 53 is unclear", () => {
    const wednesdays: CustodyRule = { kind: "fixedWeekdays", weekdays: [3], household: "B" };
    expect(on([wednesdays, calendarWeeks], "2026-12-30")).toBeUndefined();
    expect(on([calendarWeeks, wednesdays], "2026-12-30")).toBe("B");
  });

  test("outside of week 53 two weeks in a row are never the same household's", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 7 }), (days, switchWeekday) => {
        const date = addDays("2024-09-02", days);
        const rule: CustodyRule = { ...parity, switchWeekday };
        const [now, next] = [on([rule], date), on([rule], addDays(date, 7))];
        if (now !== undefined && next !== undefined) expect(next).not.toBe(now);
      }),
    );
  });

  test("a day has at most one switch, at its time", () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const two = (n: number) => String(n).padStart(2, "0");
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    });
    fc.assert(
      fc.property(time, time, (switchTime, endsAt) => {
        const rule: CustodyRule = { ...parity, switchTime };
        expect(on([rule], "2026-09-04", endsAt)).toBe(endsAt >= switchTime ? "B" : "A");
        expect(on([rule], "2026-09-03", endsAt)).toBe("A");
      }),
    );
  });
});

describe("a cycle of days", () => {
  const days = [..."AABBAAABBAABBB"];
  const twoTwoThree: CustodyRule = { kind: "pattern", anchor: "2026-09-07", days };

  test("2-2-3 from Monday 7 September 2026, reversed the week after, then again", () => {
    const weeks = datesBetween("2026-09-07", "2026-10-04").map((date) => on([twoTwoThree], date));
    expect(weeks.join("")).toBe("AABBAAABBAABBBAABBAAABBAABBB");
  });

  test("says nothing of the days before its first one", () => {
    expect(on([twoTwoThree], "2026-09-06")).toBeUndefined();
  });

  test("comes round for ever", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 20 }), (day, turns) => {
        const date = addDays("2026-09-07", day);
        expect(on([twoTwoThree], addDays(date, 14 * turns))).toBe(on([twoTwoThree], date));
      }),
    );
  });
});

describe("halves of holidays", () => {
  const halves: CustodyRule = { kind: "holidaysHalf", firstHalfInEvenYears: "A", other: "B" };

  test("Toussaint 2026 is cut in two times eight days, the second half from Sunday 25 October", () => {
    const said = datesBetween("2026-10-16", "2026-11-02").map((date) => on([halves], date) ?? "-");
    expect(said.join("")).toBe("-AAAAAAAABBBBBBBB-");
    expect(on([halves], "2026-10-24")).toBe("A");
    expect(on([halves], "2026-10-25")).toBe("B");
  });

  test("the other household begins in odd years, and Christmas belongs to the year in which it begins", () => {
    expect(on([halves], "2025-10-18")).toBe("B");
    expect(on([halves], "2027-01-02")).toBe("B");
    expect(on([halves], "2025-12-21")).toBe("B");
  });

  test("the middle day of an odd number of days is the last one of the first half", () => {
    const days = datesBetween("2025-04-05", "2025-04-21").map((date) => on([halves], date));
    expect(days.join("")).toBe("BBBBBBBBBAAAAAAAA");
  });

  test("holidays take over from the weeks, which go on afterwards", () => {
    expect(on([parity, halves], "2026-10-20")).toBe("A");
    expect(on([parity, halves], "2026-11-02")).toBe(on([parity], "2026-11-02"));
  });
});

describe("several rules", () => {
  test("the later one wins on the days that both name", () => {
    const wednesdays: CustodyRule = { kind: "fixedWeekdays", weekdays: [3], household: "B" };
    const exception: CustodyRule = { kind: "override", from: "2026-09-02", to: "2026-09-02", household: "A" };
    expect(on([calendarWeeks, wednesdays], "2026-09-02")).toBe("B");
    expect(on([calendarWeeks, wednesdays], "2026-09-03")).toBe("A");
    expect(on([calendarWeeks, wednesdays, exception], "2026-09-02")).toBe("A");
  });

  test("nothing said is to be made precise", () => {
    expect(on([], "2026-09-02")).toBeUndefined();
    expect(on([{ kind: "fixedWeekdays", weekdays: [3], household: "B" }], "2026-09-03")).toBeUndefined();
  });

  test("a household is always one that the rules name", () => {
    const rules: CustodyRule[] = [parity, { kind: "holidaysHalf", firstHalfInEvenYears: "B", other: "A" }];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
        const household = on(rules, addDays(mondayOf("2024-09-02"), days));
        if (household !== undefined) expect(householdsIn(rules)).toContain(household);
      }),
    );
  });
});

describe("schedules", () => {
  const first = { effectiveFrom: "2026-09-01", rules: [calendarWeeks] };
  const second = { effectiveFrom: "2026-10-05", rules: [{ ...calendarWeeks, even: "B", odd: "A" }] };

  test("the last one that has begun is in force, in whatever order they come", () => {
    expect(rulesOn([second, first], "2026-10-04")).toBe(first.rules);
    expect(rulesOn([second, first], "2026-10-05")).toBe(second.rules);
    expect(rulesOn([second, first], "2026-08-31")).toEqual([]);
  });

  test("a day is elsewhere only when the schedule says whose it is", () => {
    expect(isElsewhere([first], "B", at("2026-09-02"))).toBe(true);
    expect(isElsewhere([first], "A", at("2026-09-02"))).toBe(false);
    expect(isElsewhere([first], "A", at("2026-12-30"))).toBe(false);
    expect(isElsewhere([], "A", at("2026-09-02"))).toBe(false);
  });
});
