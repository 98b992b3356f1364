import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { addMinutes } from "@/lib/core/calendar";
import { writeRequest } from "@/lib/payments/payfip/write-request";
import { choices, numautoOf } from "@/lib/payments/simulator/payfip/choices";
import { detailOf } from "@/lib/payments/simulator/payfip/detail";
import { readRequest } from "@/lib/payments/simulator/payfip/read-request";
import { codeOfCreation, codeOfOpening, isPurged } from "@/lib/payments/simulator/payfip/rules";
import { writeWsdl } from "@/lib/payments/simulator/payfip/wsdl";
import { departuresOf } from "@/lib/payments/simulator/scenarios";

const origin = "http://localhost:3000";
const creation = {
  exer: "2026",
  mel: "camille.rousseau@exemple.fr",
  montant: "1240",
  numcli: "090909",
  objet: "Cantine & garderie",
  refdet: "R2026000123",
  saisie: "T",
  urlnotif: `${origin}/api/paiements/payfip/notification`,
  urlredirect: `${origin}/panier/retour`,
};

describe("a creation", () => {
  test.each([
    [undefined, {}],
    ["S1", { saisie: "M", numcli: "1" }],
    ["T1", { numcli: "1", refdet: "R" }],
    ["R3", { refdet: "R-2026", mel: "" }],
    ["A1", { mel: "", montant: "1" }],
    ["A2", { mel: "camille", montant: "1" }],
    ["M1", { montant: "12,40", urlnotif: "" }],
    ["M3", { montant: "99", urlnotif: "" }],
    ["M5", { montant: "10000001", urlnotif: "" }],
    ["N1", { urlnotif: "http://elsewhere.example.org/", urlredirect: "" }],
    ["N1", { urlnotif: `${origin}.example.org/` }],
    ["D1", { urlredirect: "javascript:alert(1)" }],
  ])("meets %s first with %o", (code, wrong) => {
    expect(codeOfCreation({ ...creation, ...wrong }, origin)).toBe(code);
  });
});

describe("a request", () => {
  const xml = writeRequest("creerPaiementSecurise", creation);

  test("is read whatever its prefixes", () => {
    expect(
      readRequest(xml.replaceAll("soapenv", "s").replaceAll("pai:", "p:").replace("xmlns:pai=", "xmlns:p=")),
    ).toEqual({
      operation: "creerPaiementSecurise",
      fields: creation,
    });
  });

  test.each([
    ["a field out of order", xml.replace(/(<exer>.*<\/exer>)(<mel>.*<\/mel>)/, "$2$1")],
    ["a field twice", xml.replace(/(<mel>.*<\/mel>)/, "$1$1")],
    ["a qualified field", xml.replaceAll("exer>", "pai:exer>")],
    ["a default namespace", xml.replace("<arg0>", '<arg0 xmlns="urn:x">')],
    ["another service", xml.replace(/PaiementSecuriseService"/, 'Other"')],
    ["another envelope", xml.replace("schemas.xmlsoap.org", "www.w3.org")],
    ["an unknown operation", xml.replaceAll("creerPaiementSecurise", "rembourserPaiement")],
    ["a document type", `<!DOCTYPE a>${xml}`],
    ["a broken document", xml.slice(0, -10)],
    ["no document", ""],
  ])("is no request with %s", (_, wrong) => {
    expect(readRequest(wrong)).toBeUndefined();
  });

  test("loses idop, which the real service does not know", () => {
    const detail = writeRequest("recupererDetailPaiementSecurise", { idOp: "0123" });
    expect(readRequest(detail)?.fields).toEqual({ idOp: "0123" });
    expect(readRequest(detail.replaceAll("idOp>", "idop>"))?.fields).toEqual({});
  });
});

describe("an idOp", () => {
  const createdAt = new Date("2026-09-09T08:00:00Z");
  const unused = { createdAt, openedAt: null };

  test("opens once, within fifteen minutes", () => {
    expect(codeOfOpening(unused, addMinutes(createdAt, 14))).toBeUndefined();
    expect(codeOfOpening(unused, addMinutes(createdAt, 15))).toBe("P4");
    expect(codeOfOpening({ ...unused, openedAt: createdAt }, addMinutes(createdAt, 1))).toBe("P3");
    expect(codeOfOpening(undefined, createdAt)).toBe("P1");
  });

  test("is forgotten the next night of Paris when it was not used", () => {
    expect(isPurged(unused, new Date("2026-09-09T21:59:59Z"))).toBe(false);
    expect(isPurged(unused, new Date("2026-09-09T22:00:00Z"))).toBe(true);
    expect(isPurged({ ...unused, openedAt: createdAt }, new Date("2027-08-01T08:00:00Z"))).toBe(false);
  });
});

test("a result echoes the request, on the clock of Paris", () => {
  const decided = { idOp: "0123", request: creation, numauto: null, scenario: null, resultrans: "R" };
  const detail = detailOf({ ...decided, decidedAt: new Date("2026-12-31T23:05:00Z") });
  expect(detail).toMatchObject({ dattrans: "01012027", heurtrans: "0005", montant: "1240", refdet: "R2026000123" });
  expect(detail).not.toHaveProperty("numauto");
  expect(Object.keys(detail)).toEqual([...Object.keys(detail)].sort((a, b) => a.localeCompare(b)));
});

test("an authorisation number exists only where something was paid", () => {
  const seed = "4f2c0d8f-6a7b-4b1c-9d3e-5f60718293a4";
  expect(numautoOf("card", seed)).toBe("4F2C0D");
  expect(numautoOf("debit", seed)).toMatch(/^OP\d{14}$/);
  expect(Object.keys(choices).filter((choice) => numautoOf(choice as keyof typeof choices, seed))).toEqual([
    "card",
    "debit",
  ]);
});

test("the description is a document that names every operation and field", () => {
  const wsdl = writeWsdl("http://localhost:3000/simulateurs/payfip/tpa/services/securite");
  expect(XMLValidator.validate(wsdl)).toBe(true);
  for (const name of [...Object.keys(creation), "idOp", "numCli", "resultrans", "libelleN3", "severite"]) {
    expect(wsdl).toContain(`<xs:element name="${name}"`);
  }
});

test.each([
  ["normal", [0]],
  ["none", []],
  ["twice", [0, 0]],
  ["late", [42]],
  ["after_return", [3]],
  ["trouble_502", [0]],
] as const)("the scenario %s sends its notices after %o seconds", (scenario, departures) => {
  expect(departuresOf(scenario, 42)).toEqual(departures);
});
