import type { ErrorCode } from "@/lib/core/errors";

/** The one element found in a fault's detail, its code, and its label for the log: never decide on the label. */
export type Fault = { element: FaultElement; code: string; label: string };

export const faultElements = [
  "FonctionnelleErreur",
  "TechDysfonctionnementErreur",
  "TechIndisponibiliteErreur",
  "TechProtocolaireErreur",
] as const;
export type FaultElement = (typeof faultElements)[number];

/** What the payer is told for each code of the service; one that is not here is a permanent error of ours. */
const refusals = new Map<string, ErrorCode>([
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
]);

/** The service is in trouble, we are not: the same call may succeed later. */
export const isTechnical = ({ element, code }: Fault): boolean => element !== "FonctionnelleErreur" || code === "999";

export const refusalOf = (fault: Fault): ErrorCode =>
  isTechnical(fault) ? "gateway_unavailable" : (refusals.get(fault.code) ?? "gateway_misconfigured");
