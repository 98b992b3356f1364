import { describe, expect, test } from "vitest";
import { healthSectionInput } from "@/lib/families/health/input";
import { admissionOf, mandatoryVaccines, missingSections, outlineOf } from "@/lib/families/health/rules";

const namesOf = (birthDate: string, on: string) => mandatoryVaccines(birthDate, on).map(({ vaccine }) => vaccine);
const three = ["diphtheria", "tetanus", "polio"];
const ten = [...three, "pertussis", "hib", "hepatitisB", "pneumococcus", "measles", "mumps", "rubella"];

describe("the vaccines asked of a child", () => {
  test.each([
    ["2017-12-31", "2026-09-01", three],
    ["2010-05-04", "2026-09-01", three],
    ["2018-01-01", "2026-09-01", [...ten, "menC"]],
    ["2023-06-30", "2026-09-01", [...ten, "menC"]],
    ["2023-07-01", "2024-12-31", [...ten, "menC"]],
    ["2023-07-01", "2025-01-01", [...ten, "menACWY", "menB"]],
    ["2025-03-10", "2026-09-01", [...ten, "menACWY", "menB"]],
  ])("born on %s, on %s", (birthDate, on, expected) => {
    expect(namesOf(birthDate, on)).toEqual(expected);
  });

  test("are eleven from 2018 on, and twelve since 2025, each once", () => {
    expect(namesOf("2020-02-29", "2026-09-01")).toHaveLength(11);
    const names = namesOf("2024-02-29", "2026-09-01");
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(12);
  });
});

test("a missing vaccine admits for three months; a contra-indication is an answer", () => {
  const mandatory = mandatoryVaccines("2015-05-01", "2026-09-01");
  const done = { diphtheria: { state: "upToDate" }, tetanus: { state: "contraindicated" } } as const;
  expect(admissionOf(mandatory, { ...done, polio: { state: "upToDate" } }, "2026-09-01")).toEqual({ complete: true });
  const incomplete = { complete: false, missing: ["Poliomyélite"], until: "2026-12-01" };
  expect(admissionOf(mandatory, { ...done, polio: { state: "missing" } }, "2026-09-01")).toEqual(incomplete);
  expect(admissionOf(mandatory, done, "2026-09-01")).toEqual(incomplete);
  expect(admissionOf(mandatory, done, "2026-11-30")).toMatchObject({ until: "2027-02-28" });
});

test("the outline says that there is something, never what", () => {
  const outline = outlineOf({
    allergies: { food: "Arachide", medicine: "", other: "", conduct: "" },
    carePlan: { exists: "yes", reviewOn: "2027-01-10", kitLocation: "Infirmerie" },
    insurance: { insurer: "MAIF", policyNumber: "1", expiresOn: "2027-08-31" },
  });
  expect(outline).toEqual({
    hasAllergies: true,
    hasCarePlan: true,
    carePlanReviewOn: "2027-01-10",
    diet: null,
    insuranceExpiresOn: "2027-08-31",
  });
  expect(outlineOf({})).toMatchObject({ hasAllergies: false, hasCarePlan: false, carePlanReviewOn: null });
});

test("what nobody answered yet is missing; an answer of “nothing” is one", () => {
  expect(missingSections({})).toHaveLength(6);
  expect(missingSections({ allergies: { food: "", medicine: "", other: "", conduct: "" } })).not.toContain("allergies");
});

describe("a section as its form sends it", () => {
  const childId = "5f0c7c5e-8f6b-4c39-9f0e-0d4c6a3b2a11";
  const problems = (input: unknown) =>
    healthSectionInput.safeParse(input).error?.issues.map(({ path }) => path.join(".")) ?? [];

  test("names no religion: the list of diets is closed", () => {
    for (const diet of ["none", "no_pork", "no_meat", "vegetarian", "gluten_free"]) {
      expect(problems({ section: "diet", childId, diet })).toEqual([]);
    }
    for (const diet of ["halal", "casher", ""]) expect(problems({ section: "diet", childId, diet })).toEqual(["diet"]);
  });

  test("a care plan has a date of review, a treatment its medicines", () => {
    const plan = { section: "carePlan", childId, reviewOn: "", kitLocation: "" };
    expect(problems({ ...plan, exists: "yes" })).toEqual(["reviewOn"]);
    expect(problems({ ...plan, exists: "no" })).toEqual([]);
    const treatment = { section: "treatment", childId, medicines: "", instructions: "" };
    expect(problems({ ...treatment, exists: "yes" })).toEqual(["medicines"]);
  });

  test("is refused when its vaccines, dates or numbers make no sense", () => {
    expect(problems({ section: "vaccines", childId, polio: "perhaps" })).toEqual(["polio"]);
    expect(problems({ section: "vaccines", childId, polio: "upToDate", polioOn: "2026-02-30" })).toEqual(["polioOn"]);
    expect(problems({ section: "doctor", childId, name: "Dr Petit", phone: "12" })).toEqual(["phone"]);
    expect(problems({ section: "religion", childId })).toEqual(["section"]);
  });
});
