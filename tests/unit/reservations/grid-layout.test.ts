import { describe, expect, test } from "vitest";
import { cellAt, codesOf, layoutOf, monthAfter, slotIn, spotOf } from "@/components/reservations/grid-layout";
import { aMonth, withCode } from "./grid-world";

const labels = (columns: { label: string }[]) => columns.map(({ label }) => label);

describe("the layout of a month", () => {
  test("has the columns of each weekday, a shared label once", () => {
    const { weekdays } = layoutOf(aMonth());
    expect(weekdays.map(({ name, columns }) => [name, labels(columns)])).toEqual([
      ["Lundi", ["Matin", "Soir"]],
      ["Mardi", ["Matin", "Soir"]],
      ["Mercredi", ["Journée"]],
      ["Jeudi", ["Matin", "Soir"]],
      ["Vendredi", ["Matin", "Soir"]],
    ]);
  });

  test("cuts weeks at Monday and names them by their days in the month", () => {
    const { weeks } = layoutOf(aMonth());
    expect(weeks.map(({ title, from, to }) => [title, from, to])).toEqual([
      ["1er – 4 sept.", 0, 5],
      ["7 – 11 sept.", 5, 10],
    ]);
  });

  test("tells days outside the month, closed days and today", () => {
    const view = aMonth({ today: "2026-09-08" });
    const holiday = { ...view, cells: view.cells.map((slots) => slots.map((codes) => `${codes.slice(0, 9)}#`)) };
    const days = layoutOf(holiday).weeks.flatMap((week) => week.days);
    expect(days.map((day) => day?.kind)).toEqual(["out", ...Array(8).fill("open"), "closed"]);
    expect(days.filter((day) => day?.today).map((day) => day?.number)).toEqual(["8"]);
    expect(days.filter((day) => day?.past).map((day) => day?.number)).toEqual(["31", "1er", "2", "3", "4", "7"]);
  });

  test("gives a day of holidays its own columns, without widening the school days", () => {
    const view = aMonth();
    const monday = 5;
    const away = [0, 1].flatMap((child) => [0, 3].map((slot) => ({ child, slot })));
    const bare = away.reduce((cells, { child, slot }) => withCode(cells, child, slot, monday, " "), view.cells);
    const cells = withCode(withCode(bare, 0, 1, monday, "."), 0, 0, 0, ".");
    const { weeks } = layoutOf({ ...view, days: view.days.map((day) => ({ ...day, inMonth: true })), cells });
    const mondays = weeks.map(({ days }) => days[0]);
    expect(mondays.map((day) => [labels(day?.columns ?? []), day?.own])).toEqual([
      [["Matin"], false],
      [["Journée"], true],
    ]);
  });

  test("drops a week that has no day in the month, and shows Saturday when there is one", () => {
    const view = aMonth({ month: "2026-10" });
    const days = view.days.map((day, index) => ({ ...day, inMonth: index > 4 }));
    const saturday = { date: "2026-09-12", words: "samedi 12 septembre 2026", inMonth: true };
    const cells = view.cells.map((slots) => slots.map((codes) => `${codes}.`));
    const { weeks, weekdays } = layoutOf({ ...view, days: [...days, saturday], cells });
    expect(weeks.map(({ title }) => title)).toEqual(["7 – 12 sept."]);
    expect(weekdays.at(-1)?.name).toBe("Samedi");
  });
});

test("each child has its own slot in a shared column", () => {
  const view = aMonth();
  const [day] = layoutOf(view).weeks[0]?.days.filter((one) => one?.weekday === "Mercredi") ?? [];
  const column = day?.columns[0] ?? { label: "", slots: [] };
  expect([0, 1].map((child) => slotIn(view, column, child, 2))).toEqual([1, 2]);
});

test("a cell and its place lead to each other; another month's cell leads nowhere", () => {
  const view = aMonth();
  const spot = { child: 1, slot: 3, day: 9 };
  expect(cellAt(view, spot)).toEqual({ childId: "lisa", slotId: 4, date: "2026-09-11" });
  expect(spotOf(view, cellAt(view, spot))).toEqual(spot);
  expect(spotOf(view, { childId: "lisa", slotId: 4, date: "2026-10-11" })).toBeUndefined();
});

test("one letter changes the codes of its own week only", () => {
  const view = aMonth();
  const [first, second] = layoutOf(view).weeks;
  if (!first || !second) throw new Error("two weeks");
  const after = withCode(view.cells, 1, 3, 8, "R");
  expect(codesOf(after, first)).toBe(codesOf(view.cells, first));
  expect(codesOf(after, second)).not.toBe(codesOf(view.cells, second));
});

test.each([
  ["2026-09", 1, "2026-10"],
  ["2026-12", 1, "2027-01"],
  ["2027-01", -1, "2026-12"],
] as const)("the month %s and %i give %s", (month, by, other) => {
  expect(monthAfter(month, by)).toBe(other);
});
