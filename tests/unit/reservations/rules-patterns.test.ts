import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PatternPlan, PatternRhythm } from "@/db/schema";
import { addDays, type CivilDate, datesBetween, mondayOf, weekdayOf, weekOf } from "@/lib/core/calendar";
import { datesInWords } from "@/lib/core/format-date";
import { expandPlan, groupTitle, instalmentEnd, refusalToUndo, turnOf } from "@/lib/reservations/patterns/rules";

const slot = (weekday: number, turn: "a" | "b" = "a") => ({ childId: "nahel", slotId: 1, weekday, turn });
const plan = (values: Partial<PatternPlan> = {}): PatternPlan => ({
  rhythm: { kind: "weekly" },
  slots: [slot(1), slot(4)],
  except: [],
  ...values,
});
const datesOf = (asked: PatternPlan, from: CivilDate, to: CivilDate) =>
  expandPlan(asked, { from, to }).map(({ date }) => date);

test.each<[string, PatternRhythm, CivilDate, string | undefined]>([
  ["every week", { kind: "weekly" }, "2026-12-28", "a"],
  ["week 36, even", { kind: "parity" }, "2026-08-31", "a"],
  ["week 37, odd", { kind: "parity" }, "2026-09-07", "b"],
  ["week 53 is odd", { kind: "parity" }, "2026-12-28", "b"],
  ["and so is the week 1 that follows", { kind: "parity" }, "2027-01-04", "b"],
  ["then week 2, even", { kind: "parity" }, "2027-01-11", "a"],
  ["alternating, the week it is counted from", { kind: "alternate", from: "2026-12-21" }, "2026-12-21", "a"],
  ["alternating, week 53", { kind: "alternate", from: "2026-12-21" }, "2026-12-28", "b"],
  ["alternating never repeats", { kind: "alternate", from: "2026-12-21" }, "2027-01-04", "a"],
  ["alternating, before it is counted from", { kind: "alternate", from: "2026-12-21" }, "2026-12-14", "b"],
  ["alternating, from any day of its week", { kind: "alternate", from: "2026-12-24" }, "2026-12-21", "a"],
  ["a chosen week", { kind: "weeks", mondays: ["2026-12-07"] }, "2026-12-07", "a"],
  ["any other week", { kind: "weeks", mondays: ["2026-12-07"] }, "2026-12-14", undefined],
])("%s", (_, rhythm, monday, turn) => {
  expect(turnOf(rhythm, monday)).toBe(turn);
});

describe("a plan becomes days", () => {
  test("from the first day to the last, both included, in their order", () => {
    expect(datesOf(plan({ slots: [slot(4), slot(1)] }), "2026-12-03", "2026-12-14")).toEqual([
      "2026-12-03",
      "2026-12-07",
      "2026-12-10",
      "2026-12-14",
    ]);
  });

  test("without the days left out", () => {
    const except = [{ from: "2026-12-07", to: "2026-12-08" }];
    expect(datesOf(plan({ except }), "2026-12-03", "2026-12-14")).toEqual(["2026-12-03", "2026-12-10", "2026-12-14"]);
  });

  test("one week and the other", () => {
    const rhythm = { kind: "parity" } as const;
    const slots = [slot(1, "a"), slot(2, "b")];
    expect(datesOf(plan({ rhythm, slots }), "2026-12-21", "2027-01-17")).toEqual([
      "2026-12-21",
      "2026-12-29",
      "2027-01-05",
      "2027-01-11",
    ]);
  });

  test("nothing when the days are reversed", () => {
    expect(datesOf(plan(), "2026-12-14", "2026-12-03")).toEqual([]);
  });
});

const date = fc.integer({ min: 0, max: 1200 }).map((days) => addDays("2026-01-01", days));
const rhythms = fc.oneof(
  fc.constant<PatternRhythm>({ kind: "weekly" }),
  fc.constant<PatternRhythm>({ kind: "parity" }),
  date.map((from): PatternRhythm => ({ kind: "alternate", from })),
);
const plans = fc.record({
  rhythm: rhythms,
  slots: fc.uniqueArray(
    fc.record({
      childId: fc.constantFrom("nahel", "lisa"),
      slotId: fc.integer({ min: 1, max: 3 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      turn: fc.constantFrom("a" as const, "b" as const),
    }),
    { selector: ({ childId, slotId, weekday, turn }) => `${childId} ${slotId} ${weekday} ${turn}`, maxLength: 12 },
  ),
  except: fc.array(
    fc.tuple(date, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 3 },
  ),
});

test("whatever the plan: each day is in its bounds, on its weekday, on its turn, not left out, and there once", () => {
  fc.assert(
    fc.property(plans, date, fc.integer({ min: 0, max: 400 }), (asked, from, days) => {
      const to = addDays(from, days);
      const cells = expandPlan(asked, { from, to });
      const expected = datesBetween(from, to).flatMap((day) =>
        asked.except.some((out) => out.from <= day && day <= out.to)
          ? []
          : asked.slots
              .filter(({ weekday, turn }) => weekday === weekdayOf(day) && turn === turnOf(asked.rhythm, mondayOf(day)))
              .map(({ childId, slotId }) => `${childId} ${slotId} ${day}`),
      );
      const found = cells.map((cell) => `${cell.childId} ${cell.slotId} ${cell.date}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect(new Set(found).size).toBe(found.length);
    }),
    { numRuns: 60 },
  );
});

test("whatever the Monday, one week out of two alternates; parity does too but from week 53 to week 1", () => {
  fc.assert(
    fc.property(date, date, (from, day) => {
      const monday = mondayOf(day);
      const next = addDays(monday, 7);
      const alternate = { kind: "alternate", from } as const;
      expect(turnOf(alternate, monday)).not.toBe(turnOf(alternate, next));
      const repeats = weekOf(monday) === 53;
      expect(turnOf({ kind: "parity" }, monday) === turnOf({ kind: "parity" }, next)).toBe(repeats);
    }),
  );
});

test.each([
  ["2026-12-01", "2026-12-31"],
  ["2026-12-20", "2026-12-31"],
  ["2026-12-21", "2027-01-31"],
  ["2027-01-28", "2027-02-28"],
])("what is paid at once from %s ends on %s", (first, end) => {
  expect(instalmentEnd(first)).toBe(end);
});

const now = new Date("2026-09-09T08:00:00Z");
const place = { date: "2026-09-18", startsAt: "16:30:00", cancellationClosesAt: new Date("2026-09-10T22:00:00Z") };

test.each([
  ["a request goes", { ...place, status: "requested" }, undefined],
  ["a wait goes", { ...place, status: "waitlisted" }, undefined],
  ["a place booked goes in time", { ...place, status: "booked" }, undefined],
  ["but not later", { ...place, status: "booked", cancellationClosesAt: now }, "cancellation_closed"],
  ["nor once it has begun", { ...place, status: "booked", date: "2026-09-08" }, "service_begun"],
  ["an absence stays", { ...place, status: "absent_charged" }, "cannot_cancel"],
  ["what waits for an agent stays", { ...place, status: "cancellation_requested" }, "cannot_cancel"],
] as const)("%s", (_, one, code) => {
  expect(refusalToUndo(one, now)).toBe(code);
});

test("says how many and why", () => {
  expect(groupTitle("booking_closed", 12, "")).toBe("12 créneaux : délai de réservation dépassé");
  expect(groupTitle("archived", 1, "Cet élément est archivé.")).toBe("1 créneau : Cet élément est archivé.");
});

test("days are said month by month", () => {
  expect(datesInWords(["2026-12-01", "2026-12-04", "2026-12-07", "2027-01-05"])).toBe(
    "1er, 4 et 7 décembre 2026, 5 janvier 2027",
  );
});
