import { expect, test } from "vitest";
import { type Change, historyInWords } from "@/lib/reservations/tell-history";

const at = "2026-09-07T16:30:00Z";
const when = "le lundi 7 septembre 2026 à 18\u00a0h\u00a030";
const change = (values: Partial<Change>): Change => ({
  status: "booked",
  reason: null,
  note: null,
  effectCents: 0,
  actorKind: "guardian",
  name: "Cédric Rousseau",
  at,
  ...values,
});

test.each([
  ["the first change by its state", {}, `Réservé par Cédric Rousseau ${when}`],
  ["a request", { status: "requested" }, `Demandé par Cédric Rousseau ${when}`],
  [
    "a late request by its reason",
    { status: "requested", reason: "too_late" },
    `Demande tardive par Cédric Rousseau ${when}`,
  ],
  ["a booking at the counter", { actorKind: "agent", name: "Marie Dupont" }, `Réservé par l’accueil, Marie D. ${when}`],
  ["the list", { status: "waitlisted" }, `Inscrit en liste d’attente par Cédric Rousseau ${when}`],
] as const)("tells %s", (_, values, sentence) => {
  expect(historyInWords([change(values)])).toEqual([sentence]);
});

test.each([
  [
    "the structure, never its agents by name",
    { reason: "absence_accepted", actorKind: "agent" },
    "Absence excusée par la structure",
  ],
  [
    "what an agent did for the family, with the agent's short name",
    { status: "cancelled", reason: "in_time", actorKind: "agent", name: "Marie Anne Dupont" },
    "Annulé par l’accueil, Marie D. le",
  ],
  [
    "what went past a deadline, and why",
    { status: "cancelled", reason: "cancelled_anyway", actorKind: "agent", name: "Marie", note: "« Complet. »" },
    "Annulé après le délai par l’accueil, Marie le",
  ],
  [
    "a decision with its reason",
    { reason: "not_approved", actorKind: "agent", note: "Complet." },
    "Refusé par la structure",
  ],
  [
    "the portal as nobody",
    { reason: "hold_expired", actorKind: "system", name: null },
    "Demande non payée à temps, place rendue le",
  ],
  ["a pointing", { status: "attended", reason: "pointed", actorKind: "agent" }, "Pointé présent par la structure"],
  [
    "a closure",
    { status: "cancelled", reason: "closure", actorKind: "agent" },
    "Annulé pour fermeture par la structure",
  ],
  [
    "what has no reason by its state",
    { status: "cancelled", reason: null, actorKind: "agent" },
    "Annulé par la structure",
  ],
] as const)("tells %s", (_, values, beginning) => {
  const [, sentence = ""] = historyInWords([change({}), change(values)]);
  expect(sentence.startsWith(beginning)).toBe(true);
  if ("note" in values) expect(sentence).toContain("« Complet. »");
});

test("tells what moved on the account", () => {
  const [, paid, back] = historyInWords([
    change({ status: "requested" }),
    change({ reason: "paid", effectCents: 300, actorKind: "system", name: null }),
    change({ status: "cancelled", reason: "in_time", effectCents: -300 }),
  ]);
  expect(paid).toBe(`Payé ${when}, 3,00\u00a0€`);
  expect(back).toBe(`Annulé par Cédric Rousseau ${when}, 3,00\u00a0€ rendus`);
});
