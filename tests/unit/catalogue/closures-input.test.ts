import { describe, expect, test } from "vitest";
import { closureInput, closureScopeInput } from "@/lib/catalogue/closures/input";
import { parseReach } from "@/lib/catalogue/closures/rules";

const id = "11111111-1111-4111-8111-111111111111";

test.each([
  ["tout", "everything"],
  [`structure:${id}`, { facilityId: id }],
  [`activite:${id}`, { activityId: id }],
  ["creneau:12", { slotId: 12 }],
  ["creneau:-1", undefined],
  ["creneau:99999999999", undefined],
  ["structure:1", undefined],
  ["", undefined],
  ["tout'; drop table slots", undefined],
])("%s reaches %j", (text, reach) => {
  expect(parseReach(text)).toEqual(reach);
});

describe("a closure", () => {
  const scope = { from: "2026-09-18", to: "2026-09-18", reach: "tout" };
  const problem = (changes: object) =>
    closureScopeInput.safeParse({ ...scope, ...changes }).error?.issues.map(({ path, message }) => [path[0], message]);

  test("says what is wrong beside the field", () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ from: "" })).toEqual([["from", "Choisissez un jour."]]);
    expect(problem({ to: "2026-09-17" })).toEqual([["to", "Le dernier jour vient avant le premier."]]);
    expect(problem({ to: "2027-09-17" })).toEqual([["to", "Fermez au plus 120 jours à la fois."]]);
    expect(problem({ reach: "rien" })).toEqual([["reach", "Choisissez ce qui ferme."]]);
  });

  test("wants a reason that families can read", () => {
    for (const reason of ["", "  x ", "x".repeat(201)]) {
      expect(closureInput.safeParse({ ...scope, reason }).success).toBe(false);
    }
    expect(closureInput.parse({ ...scope, reason: " Grève " }).reason).toBe("Grève");
  });
});
