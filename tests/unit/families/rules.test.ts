import { describe, expect, test } from "vitest";
import { addressText, fieldsOf, outcomeOf, sectionsOf, wordsOf } from "@/lib/families/changes/rules";
import { birthDateProblem, fields, householdNameOf, isField, policyOf, schoolYearOf } from "@/lib/families/rules";

describe("what becomes of a field", () => {
  const free = { proposed: "b", shown: "a", current: "a", now: "a", policy: "free" } as const;
  const moderated = { ...free, policy: "moderated" } as const;

  test.each([
    ["left alone", { ...free, proposed: "a" }, "unchanged"],
    ["left alone while someone else changed it", { ...free, proposed: "a", current: "c", now: "c" }, "unchanged"],
    ["changed to what it became meanwhile", { ...free, current: "b", now: "b" }, "unchanged"],
    ["changed while someone else changed it", { ...free, current: "c", now: "c" }, "conflict"],
    ["free", free, "apply"],
    ["emptied", { ...free, proposed: null }, "apply"],
    ["moderated", moderated, "request"],
    ["locked", { ...free, policy: "locked" }, "locked"],
    ["corrected while it waits", { ...moderated, shown: "w", now: "w" }, "request"],
    ["put back as it was while it waits", { ...moderated, proposed: "a", shown: "w", now: "w" }, "withdraw"],
    ["corrected after the wait ended", { ...moderated, shown: "w" }, "conflict"],
  ] as const)("%s", (_, change, outcome) => {
    expect(outcomeOf(change)).toBe(outcome);
  });
});

test("each field of the portal stands in exactly one section of someone, and no other is collected", () => {
  const shown = (["guardian", "child", "contact"] as const).flatMap((role) =>
    [...sectionsOf[role], "address" as const].flatMap((section) => fieldsOf(section, role)),
  );
  // Custody has a page of its own: it is no text that one types over.
  expect([...new Set([...shown, "child.custody"])].sort()).toEqual(Object.keys(fields).sort());
  expect(Object.keys(fields).join()).not.toMatch(/nationality|marital|religion|nir|socialSecurity/i);
});

test("the organisation’s decision replaces the default", () => {
  expect(policyOf("person.lastName", {})).toBe("moderated");
  expect(policyOf("person.phone", {})).toBe("free");
  expect(policyOf("person.phone", { "person.phone": "locked" })).toBe("locked");
  expect(isField("person.phone")).toBe(true);
  expect(isField("toString")).toBe(false);
});

test.each([
  ["2026-09-09", "child", undefined],
  ["2026-09-10", "child", "futur"],
  ["2008-09-09", "child", "majeure"],
  ["2008-09-10", "child", undefined],
  ["2008-09-09", "adult", undefined],
  ["1899-01-01", "adult", "année"],
] as const)("born on %s as %s: %s", (birthDate, who, problem) => {
  const said = birthDateProblem(birthDate, "2026-09-09", who);
  if (problem) expect(said).toContain(problem);
  else expect(said).toBeUndefined();
});

test.each([
  ["2026-07-31", "2025-2026"],
  ["2026-08-01", "2026-2027"],
  ["2027-02-03", "2026-2027"],
])("%s is in the school year %s", (date, year) => {
  expect(schoolYearOf(date)).toBe(year);
});

test("a household is called by the names of its adults, each once", () => {
  const named = ["Martin", "Petit", "Martin"].map((lastName) => ({ lastName }));
  expect(householdNameOf(named)).toBe("Martin – Petit");
});

test("a value is read as one says it", () => {
  const address = addressText({ street: "1 rue Haute", addressComplement: "", postalCode: "59223", city: "Roncq" });
  expect(wordsOf("household.address", address)).toBe("1 rue Haute, 59223 Roncq");
  expect(wordsOf("person.birthDate", "2019-03-14")).toBe("14/03/2019");
  expect(wordsOf("person.phone", "+33612345678")).toBe("06\u00a012\u00a034\u00a056\u00a078");
  expect(wordsOf("person.phone", "+32470123456")).toBe("+32470123456");
  expect(wordsOf("person.sex", "F")).toBe("Fille");
  expect(wordsOf("person.school", null)).toBe("Non renseigné");
  expect(wordsOf("person.smsAllowed", null)).toBe("Refusés");
});
