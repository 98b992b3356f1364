import { expect, test } from "vitest";
import { deadlineSentence, exampleDays } from "@/components/catalogue/deadline-rule";
import { draftOf, type Method, ruleOf } from "@/components/catalogue/tariffs/draft";
import { roncq } from "./roncq";

const outsiders = [{ code: "E1", min: 0, max: null, cents: 650 }];

test.for<[string, Method]>([
  ["one price", { method: "flat", cents: { resident: 300, nonResident: 450 } }],
  [
    "bands, and one price for families from elsewhere",
    { method: "qf_band", bands: { resident: roncq, nonResident: outsiders }, missingQuotient: "nonResident" },
  ],
  [
    "bands for both",
    {
      method: "qf_band",
      bands: { resident: roncq, nonResident: roncq.map((band) => ({ ...band, code: band.code.replace("T", "E") })) },
      missingQuotient: "highest",
    },
  ],
  [
    "a rate",
    {
      method: "effort_rate",
      rate: "0.0036",
      minCents: 260,
      maxCents: 450,
      nonResidentCents: 480,
      missingQuotient: "highest",
    },
  ],
])("%s goes through its form and comes back the same", ([, rule]) => {
  expect(ruleOf(draftOf(rule))).toEqual(rule);
});

test("a rate is read as a decimal, never as a binary fraction", () => {
  const rate = (typed: string) =>
    ruleOf({ ...draftOf(undefined), method: "effort_rate", rate: typed, min: "1", max: "2" });
  expect(rate("0,36")).toMatchObject({ rate: "0.0036" });
  expect(rate("1.2")).toMatchObject({ rate: "0.012" });
  expect(rate("12")).toMatchObject({ rate: "0.12" });
  expect(rate("beaucoup")).toMatchObject({ rate: "" });
});

test("without a price of their own, families from elsewhere pay the dearest band", () => {
  const draft = draftOf({ method: "qf_band", bands: { resident: roncq, nonResident: outsiders } });
  expect(ruleOf({ ...draft, nonResident: "" })).toMatchObject({ bands: { nonResident: [{ cents: 490 }] } });
});

test("a deadline reads as families will read it, on days where rules differ", () => {
  const calendar = { zone: "B" } as const;
  expect(exampleDays("2026-09-09", calendar)).toEqual(["2026-09-18", "2026-09-21", "2026-11-02"]);
  const rule = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" } as const;
  const service = { date: "2026-09-18", startsAt: "16:30", act: "réservation possible" };
  expect(deadlineSentence(rule, service, calendar)).toBe(
    "Pour le vendredi 18 septembre 2026\u00a0: réservation possible jusqu’au jeudi 10 septembre 2026 à 23\u00a0h\u00a059",
  );
  expect(deadlineSentence({ ...rule, count: "school" }, service, { zone: "unknown" })).toMatch(/n’est pas connu/);
});
