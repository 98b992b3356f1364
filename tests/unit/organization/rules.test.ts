import { expect, test } from "vitest";
import { identityInput } from "@/lib/organization/input";
import { isSiret } from "@/lib/organization/rules";

test.each([
  ["21599990500015", true], // the town of the demonstration
  ["21590350100017", true], // a real commune
  ["35600000000048", true], // La Poste, its head office
  ["35600000049837", true], // a post office: the sum of its digits is a multiple of five
  ["21599990500016", false],
  ["2159999050001", false],
  ["", false],
])("%s is a SIRET: %s", (siret, expected) => {
  expect(isSiret(siret)).toBe(expected);
});

const identity = {
  name: " Ville de Saint-Aubin ",
  shortName: "Saint-Aubin",
  legalForm: "commune",
  siret: "215 999 905 00015",
  address: "1 place de la Mairie, 59999 Saint-Aubin",
  email: "Famille@Exemple.fr",
  phone: "03 53 01 00 10",
};

test("an identity is kept tidy", () => {
  expect(identityInput.parse(identity)).toMatchObject({
    name: "Ville de Saint-Aubin",
    siret: "21599990500015",
    email: "famille@exemple.fr",
  });
});

test.each([
  [{ siret: "21599990500016" }, "Ce SIRET n’existe pas"],
  [{ siret: "123" }, "quatorze chiffres"],
  [{ phone: "12" }, "dix chiffres"],
  [{ legalForm: "king" }, "forme juridique"],
  [{ name: " " }, "Saisissez le nom"],
])("refuses %o in words", (values, sentence) => {
  const parsed = identityInput.safeParse({ ...identity, ...values });
  expect(parsed.error?.issues.map(({ message }) => message).join(" ")).toContain(sentence);
});
