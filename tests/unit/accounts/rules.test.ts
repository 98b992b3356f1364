import { describe, expect, test } from "vitest";
import { passwordProblem, resetDeadline } from "@/lib/accounts/rules";

const account = { email: "parent@exemple.fr" };

describe("a password is good", () => {
  test.each([
    ["with 12 characters of the four sorts", "Grenadine-42"],
    ["with 14 characters of three sorts", "GrenadineVerte42"],
    ["with 14 characters and no capital", "grenadine-verte-42"],
    ["as a sentence of 7 different words", "le chat gris dort sous notre vieux pommier"],
    ["with accents", "Été-à-Roncq-2026"],
    ["when it is the one of the demonstration", "Portail-Famille-2026"],
  ])("%s", (_, password) => {
    expect(passwordProblem(password, account)).toBeUndefined();
  });
});

describe("a password is too simple", () => {
  test.each([
    ["with 11 characters", "Grenadine-4"],
    ["with 12 characters of three sorts", "Grenadine142"],
    ["with 14 characters of two sorts", "grenadineverte42"],
    ["with 13 characters of three sorts", "GrenadineVe42"],
    ["with 6 words", "le chat gris dort sous notre"],
    ["with the same word seven times", "non non non non non non non non"],
    ["with a space as its only sign", "Grenadine 12"],
    ["when it is empty", ""],
  ])("%s", (_, password) => {
    expect(passwordProblem(password, account)).toMatch(/trop simple/);
  });
});

test("a password cannot hold the e-mail of its account", () => {
  expect(passwordProblem("Parent@exemple.fr-1", account)).toMatch(/adresse e-mail/);
});

test.each(["Motdepasse-2026", "AZERTYUIOP-1234", "Password12345!", "Bienvenue-2026!", "Aa1!Aa1!Aa1!Aa1!"])(
  "%s is too common",
  (password) => {
    expect(passwordProblem(password, account)).toMatch(/trop courant/);
  },
);

test("a link lives one hour", () => {
  expect(resetDeadline(new Date("2026-09-09T08:00:00Z"))).toEqual(new Date("2026-09-09T09:00:00Z"));
});
