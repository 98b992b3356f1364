import { expect, test } from "vitest";
import { completionOf, type FileOutline, isComplete } from "@/lib/accounts/completion/rules";

const child: FileOutline["children"][number] = {
  personId: "c",
  firstName: "Zoé",
  isAtSchool: true,
  school: "Jules-Ferry",
  gradeLevel: "CP",
  healthSections: 0,
  consents: 0,
  hasPickup: true,
};
const full: FileOutline = {
  guardians: [{ personId: "a", firstName: "Inès", hasPhone: true }],
  children: [child],
  documents: [],
};
const lacking = (changes: Partial<FileOutline>) =>
  completionOf({ ...full, ...changes })
    .filter(({ missing }) => missing.length > 0)
    .map(({ name, missing }) => [name, ...missing.map(({ label }) => label)]);
const children = (changes: Partial<typeof child>) => ({ children: [{ ...child, ...changes }] });

test("a file that has everything is complete", () => {
  expect(lacking({})).toEqual([]);
  expect(isComplete(completionOf(full))).toBe(true);
});

test.each([
  [{ guardians: [{ personId: "a", firstName: "Inès", hasPhone: false }] }, ["contact", "Un téléphone pour Inès"]],
  [children({ gradeLevel: "" }), ["school", "L’école et la classe de Zoé"]],
  [children({ healthSections: 2 }), ["health", "La fiche santé de Zoé"]],
  [children({ consents: 8 }), ["consents", "Les autorisations de Zoé"]],
  [{ documents: ["Assurance (Zoé)"] }, ["documents", "Assurance (Zoé)"]],
])("what is missing is named, and keeps the file open: %o", (changes, missing) => {
  expect(lacking(changes)).toEqual([missing]);
  expect(isComplete(completionOf({ ...full, ...changes }))).toBe(false);
});

test("nobody else to pick a child up is worth saying, and stops nobody", () => {
  const changes = children({ hasPickup: false });
  expect(lacking(changes)).toEqual([["pickup", "Qui peut venir chercher Zoé"]]);
  expect(isComplete(completionOf({ ...full, ...changes }))).toBe(true);
});

test("a child of two is not asked for a school", () => {
  expect(lacking(children({ isAtSchool: false, school: null, gradeLevel: null }))).toEqual([]);
});

test("each step leads to the section where it is filled in", () => {
  const [step] = completionOf({ ...full, ...children({ school: null }) }).filter(({ name }) => name === "school");
  expect(step?.missing[0]?.href).toBe("/ma-famille?modifier=school-c#school-c");
});
