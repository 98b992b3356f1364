import { describe, expect, test } from "vitest";
import { postedChangesInput } from "@/lib/families/changes/input";
import { addressInput, adultInput, childInput, contactInput, phoneInput } from "@/lib/families/input";

describe("a telephone number", () => {
  test.each([
    ["06 12 34 56 78", "+33612345678"],
    ["0612345678", "+33612345678"],
    ["+33 (0)6.12.34.56.78", "+33612345678"],
    ["0033612345678", "+33612345678"],
    ["+32 470 12 34 56", "+32470123456"],
    ["+33612345678", "+33612345678"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(phoneInput.parse(typed)).toBe(kept);
  });

  test.each(["", "12", "06 12 34 56", "bonjour", "0".repeat(50)])("%j is refused in words", (typed) => {
    const [issue] = phoneInput.safeParse(typed).error?.issues ?? [];
    expect(issue?.message).toMatch(/numéro/);
  });
});

test("an adult needs a name, and may leave the rest empty", () => {
  expect(adultInput.parse({ firstName: " Léa ", lastName: "N’Guyen-d’Arc", phone: "", email: "" })).toEqual({
    firstName: "Léa",
    lastName: "N’Guyen-d’Arc",
    phone: "",
    email: "",
  });
  expect(adultInput.safeParse({ firstName: "", lastName: "<script>" }).error?.issues).toHaveLength(2);
});

test("what is optional is refused in words as well, once it is typed", () => {
  const name = { firstName: "Léa", lastName: "Martin" };
  const wrong = { ...name, phone: "12", email: "lea@", birthDate: "2019-02-30" };
  const messages = adultInput.safeParse(wrong).error?.issues.map(({ message }) => message) ?? [];
  expect(messages).toEqual([
    expect.stringContaining("date de naissance"),
    expect.stringContaining("adresse e-mail"),
    expect.stringContaining("numéro"),
  ]);
  expect(adultInput.parse({ ...name, email: " LEA@Exemple.fr " }).email).toBe("lea@exemple.fr");
});

test("a child needs a date of birth, a contact a number", () => {
  const name = { firstName: "Zoé", lastName: "Martin" };
  expect(childInput.safeParse({ ...name, birthDate: "2019-02-30" }).success).toBe(false);
  expect(childInput.safeParse({ ...name, birthDate: "2019-02-28" }).success).toBe(true);
  expect(contactInput.safeParse({ ...name, phone: "" }).success).toBe(false);
});

test("what may not be collected does not pass", () => {
  const typed = { firstName: "Léa", lastName: "Martin", nationality: "FR", socialSecurityNumber: "2" };
  expect(Object.keys(adultInput.parse(typed))).toEqual(["firstName", "lastName"]);
});

test("a post code has five digits", () => {
  const address = { street: "1 rue Haute", city: "Roncq" };
  expect(addressInput.safeParse({ ...address, postalCode: "5922" }).success).toBe(false);
  expect(addressInput.safeParse({ ...address, postalCode: "59223" }).success).toBe(true);
});

test("a form posted without script holds the same as one sent by it", () => {
  const [householdId, personId] = [crypto.randomUUID(), crypto.randomUUID()];
  const form = {
    householdId,
    personId,
    section: "contact",
    shown: '{"person.phone":null}',
    phone: "06",
    smsAllowed: "on",
  };
  expect(postedChangesInput.parse(form)).toEqual({
    householdId,
    personId,
    section: "contact",
    shown: { "person.phone": null },
    values: { phone: "06", smsAllowed: true },
  });
  for (const wrong of [{ shown: "{" }, { shown: "[]" }, { section: "health" }, { householdId: "1" }]) {
    expect(postedChangesInput.safeParse({ ...form, ...wrong }).success).toBe(false);
  }
});
