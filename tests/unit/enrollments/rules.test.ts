import { describe, expect, test } from "vitest";
import { isDecidable, isEligible, isOfOwnSchool, periodsOf, sentStatus } from "@/lib/enrollments/rules";

const keys = (kind: string, today: string) => periodsOf(kind, "B", today).map(({ key }) => key);

describe("what can be asked for", () => {
  test("is the school year, and from spring on the next one too", () => {
    expect(keys("lunch", "2026-09-09")).toEqual(["annee-2026"]);
    expect(keys("lunch", "2027-03-31")).toEqual(["annee-2026"]);
    expect(keys("lunch", "2027-04-01")).toEqual(["annee-2026", "annee-2027"]);
    expect(keys("lunch", "2027-08-31")).toEqual(["annee-2026", "annee-2027"]);
  });

  test("in the holidays, also each of those to come", () => {
    const periods = periodsOf("holidays", "B", "2026-09-09");
    expect(periods[1]).toMatchObject({ label: "Vacances de la Toussaint 2026", startsOn: "2026-10-17" });
    expect(periods.every(({ startsOn, endsOn }) => startsOn < endsOn && startsOn <= "2027-08-31")).toBe(true);
    expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
  });
});

const year = { key: "annee-2026", label: "", startsOn: "2026-09-01", endsOn: "2027-08-31" };
const ages = (minAge: number, maxAge: number) => ({ minAge, maxAge, grades: null });

test.each([
  ["2020-03-14", null, [ages(6, 11)], true],
  ["2021-03-14", null, [ages(6, 11)], true], // six in March
  ["2022-03-14", null, [ages(6, 11)], false],
  ["2022-03-14", null, [ages(3, 5), ages(6, 11)], true],
  [null, null, [ages(3, 5)], false],
  [null, "CP", [{ minAge: null, maxAge: null, grades: ["CP", "CE1"] }], true],
  ["2020-03-14", "GS", [{ minAge: null, maxAge: null, grades: ["CP"] }], false],
  [null, null, [{ minAge: null, maxAge: null, grades: null }], true],
  [null, null, [], true],
])("a child born on %s, in %s, of the groups %o: %s", (birthDate, gradeLevel, groups, expected) => {
  expect(isEligible({ birthDate, gradeLevel }, groups, year)).toBe(expected);
});

test("what is done at school is done at one’s own, where it is known", () => {
  const places = ["École Jules-Ferry", "Les Tilleuls"];
  const own = (kind: string, facility: string, school: string | null) =>
    isOfOwnSchool({ kind, facility }, school, places);
  expect(own("lunch", "Les Tilleuls", "ecole jules ferry")).toBe(false);
  expect(own("lunch", "École Jules-Ferry", "ecole jules ferry")).toBe(true);
  expect(own("wednesday", "Les Tilleuls", "École Jules-Ferry")).toBe(true);
  expect(own("lunch", "Les Tilleuls", "École privée Saint-Joseph")).toBe(true);
  expect(own("lunch", "Les Tilleuls", null)).toBe(true);
});

test("a request is approved, waits for an agent, or for its papers", () => {
  expect(sentStatus("automatic", true)).toBe("approved");
  expect(sentStatus("manual", true)).toBe("submitted");
  expect(sentStatus("manual", false)).toBe("incomplete");
  expect(sentStatus("automatic", false)).toBe("incomplete");
  expect((["draft", "submitted", "incomplete", "approved", "refused"] as const).filter(isDecidable)).toEqual([
    "submitted",
    "incomplete",
  ]);
});
