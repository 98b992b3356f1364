import { describe, expect, test } from "vitest";
import { numberOf, seriesKey, templateProblem } from "@/lib/billing/numbers/rules";

const guide = { template: "{YY}{MM}PS{COUNTER:5}PNB", series: "PS", date: "2020-01-15" };

test("gives the number of the guide", () => {
  expect(numberOf(guide, 3)).toBe("2001PS00003PNB");
  expect(numberOf({ ...guide, template: "{YY}{MM}{SERIES}{COUNTER:5}PNB" }, 4)).toBe("2001PS00004PNB");
});

test("outgrows the width of its counter rather than stop", () => {
  expect(numberOf({ ...guide, template: "F{COUNTER:2}" }, 100)).toBe("F100");
});

test.each([
  ["{YY}{MM}PS{COUNTER:5}", "2020-01-15", "2020-01-31", true],
  ["{YY}{MM}PS{COUNTER:5}", "2020-01-15", "2020-02-01", false],
  ["{YYYY}PS{COUNTER:5}", "2020-01-15", "2020-12-31", true],
  ["{YYYY}PS{COUNTER:5}", "2020-01-15", "2021-01-01", false],
  ["PS{COUNTER:5}", "2020-01-15", "2031-01-01", true],
])("the counter of %s goes on from %s to %s: %s", (template, from, to, goesOn) => {
  const keys = [from, to].map((date) => seriesKey({ template, series: "PS", date }));
  expect(keys[0] === keys[1]).toBe(goesOn);
});

describe("says what is wrong with a template", () => {
  test.each([
    ["{YY}{MM}PS{COUNTER:5}PNB", undefined],
    ["{YYYY}{SERIES}{COUNTER:6}", undefined],
    ["{YY}{MM}PS", "Il faut un compteur"],
    ["{COUNTER:3}{COUNTER:3}", "Il faut un compteur"],
    ["{YY}/{COUNTER:3}", "Hors des accolades"],
    ["É{COUNTER:3}", "Hors des accolades"],
    ["{YY}{COUNTER:3", "Il faut un compteur"],
    ["{JJ}{COUNTER:3}", "{JJ} » n’existe pas"],
    ["{COUNTER}", "{COUNTER} » n’existe pas"],
    ["{MM}PS{COUNTER:5}", "Avec {MM}, ajoutez l’année"],
    ["{YYYY}{MM}PERISCOLAIRE{COUNTER:5}", "trop long"],
  ])("%s", (template, problem) => {
    const found = templateProblem({ template, series: "PS", date: "2026-09-18" });
    if (problem) expect(found).toContain(problem);
    else expect(found).toBeUndefined();
  });
});
