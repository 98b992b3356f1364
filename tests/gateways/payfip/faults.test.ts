import { expect, test } from "vitest";
import { faultElements, isTechnical, refusalOf } from "@/lib/payments/payfip/faults";

const functional = (code: string) => ({ element: "FonctionnelleErreur", code, label: "" }) as const;

test.each([
  ["M3", "amount_too_small"],
  ["M5", "amount_too_large"],
  ["A1", "payer_email_refused"],
  ["A2", "payer_email_refused"],
  ["P1", "gateway_unavailable"],
  ["P3", "gateway_unavailable"],
  ["P4", "gateway_unavailable"],
  ["P5", "gateway_unavailable"],
  ["S1", "gateway_misconfigured"],
  ["T1", "gateway_misconfigured"],
  ["T2", "gateway_misconfigured"],
  ["T4", "gateway_misconfigured"],
  ["T9", "gateway_misconfigured"],
  ["R3", "gateway_misconfigured"],
  ["M1", "gateway_misconfigured"],
  ["N1", "gateway_misconfigured"],
  ["D1", "gateway_misconfigured"],
  ["Z9", "gateway_misconfigured"],
  ["constructor", "gateway_misconfigured"],
])("the functional fault %s is %s", (code, refusal) => {
  expect(refusalOf(functional(code))).toBe(refusal);
});

test.each(faultElements.filter((element) => element !== "FonctionnelleErreur"))("%s is trouble", (element) => {
  expect(refusalOf({ element, code: "T1", label: "" })).toBe("gateway_unavailable");
});

test("999 is trouble whatever its element", () => {
  expect(isTechnical(functional("999"))).toBe(true);
  expect(isTechnical(functional("P5"))).toBe(false);
});
