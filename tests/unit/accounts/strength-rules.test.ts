import { describe, expect, test } from "vitest";
import { findPasswordProblem, strengthOf } from "@/lib/accounts/strength/rules";

const account = { email: "camille.durand@exemple.fr" };

describe("a password is refused", () => {
  test.for([
    ["short", /trop simple/],
    ["Azertyuiop123!", /trop courant/],
    ["Aa1!Aa1!Aa1!Aa1!", /trop courant|devine facilement/],
    ["Camille.Durand2026", /devine facilement/],
    ["Mercredi12345!", /devine facilement/],
  ] as const)("%s", async ([password, problem]) => {
    expect(await findPasswordProblem(password, account)).toMatch(problem);
  });
});

test.for(["Portail-Famille-2026", "Grenadine-Verte-42", "le chat mange trois souris bleues demain matin"])(
  "%s convient",
  async (password) => {
    expect(await findPasswordProblem(password, account)).toBeUndefined();
  },
);

test("judging a very long password takes no time of note", async () => {
  expect(await strengthOf("aB1!".repeat(50), account)).toBeLessThan(3);
});
