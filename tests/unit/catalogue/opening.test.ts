import { describe, expect, test } from "vitest";
import { schoolYearsFrom } from "@/lib/catalogue/calendar/rules";
import { planDays, type Recipe } from "@/lib/catalogue/opening/rules";

const zone = "B" as const;
const recipe: Recipe = {
  from: "2026-10-12",
  to: "2026-11-13",
  schoolDays: true,
  wednesdays: false,
  holidays: [],
  weekdays: [1, 2, 4, 5],
};

const opened = (changes: Partial<Recipe>, calendar = {}) =>
  planDays({ ...recipe, ...changes }, { zone, ...calendar })
    .filter(({ state }) => state === "open")
    .map(({ date }) => date);
const reasons = (changes: Partial<Recipe>, calendar = {}) =>
  planDays({ ...recipe, ...changes }, { zone, ...calendar })
    .filter(({ why }) => why)
    .map(({ date, why }) => `${date} ${why}`);

describe("the days that open", () => {
  test("school days stop for the holidays", () => {
    expect(opened({ to: "2026-11-03" })).toEqual([
      "2026-10-12",
      "2026-10-13",
      "2026-10-15",
      "2026-10-16",
      "2026-11-02",
      "2026-11-03",
    ]);
  });
  test("Wednesdays leave out 11 November and say so", () => {
    const wednesdays = { schoolDays: false, wednesdays: true, weekdays: [3] };
    expect(opened(wednesdays)).toEqual(["2026-10-14", "2026-11-04"]);
    expect(reasons(wednesdays)).toEqual(["2026-11-11 Armistice 1918"]);
  });
  test("only the holidays that are chosen open, closures apart", () => {
    const holidays = { schoolDays: false, holidays: ["2026-10-17"], weekdays: [1, 2, 3, 4, 5] };
    const closedDays = new Set(["2026-10-30"]);
    expect(opened(holidays, { closedDays })).toHaveLength(9);
    expect(reasons(holidays, { closedDays })).toEqual(["2026-10-30 Fermeture de la structure"]);
    expect(opened({ ...holidays, holidays: ["2026-12-19"] })).toEqual([]);
  });
  test("the bridge of Ascension and Good Friday of Alsace are left out with their reason", () => {
    expect(reasons({ from: "2027-03-26", to: "2027-05-07", weekdays: [4, 5] })).toEqual([
      "2027-05-06 Ascension",
      "2027-05-07 Pont de l’Ascension",
    ]);
    expect(reasons({ from: "2027-03-26", to: "2027-03-26" }, { alsaceMoselle: true })).toEqual([
      "2027-03-26 Vendredi saint",
    ]);
  });
  test("what is not published is unknown, also for a zone that is", () => {
    const states = (calendar: object) =>
      new Set(
        planDays({ ...recipe, from: "2028-09-04", to: "2028-09-05" }, { zone, ...calendar }).map((day) => day.state),
      );
    expect(states({})).toEqual(new Set(["unknown"]));
    expect(states({ ownSchoolYears: [{ firstDay: "2028-09-04", lastDay: "2029-07-06", holidays: [] }] })).toEqual(
      new Set(["open"]),
    );
  });
});

describe("the school years that may be opened", () => {
  test("end with the first one that nobody has published", () => {
    const years = schoolYearsFrom("2026-09-09", "B");
    expect(years.map(({ label, isKnown }) => [label, isKnown])).toEqual([
      ["2026-2027", true],
      ["2027-2028", true],
      ["2028-2029", false],
    ]);
    expect(years[0]).toMatchObject({ from: "2026-09-01", to: "2027-09-01" });
    expect(years[0]?.holidays.map(({ firstDayOff }) => firstDayOff)).toContain("2026-10-17");
  });
  test("are those that the structure typed where the zone is unknown", () => {
    expect(schoolYearsFrom("2026-09-09", "unknown")).toMatchObject([{ label: "2026-2027", isKnown: false }]);
    const own = { firstDay: "2026-09-01", lastDay: "2027-07-02", holidays: [] };
    expect(schoolYearsFrom("2026-09-09", "unknown", { ownSchoolYears: [own] })).toMatchObject([
      { label: "2026-2027 (saisie)", isKnown: true },
      { label: "2027-2028", isKnown: false },
    ]);
  });
});
