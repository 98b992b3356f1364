import { expect, test } from "vitest";
import { groupLines } from "@/lib/billing/invoices/print-rules";
import { stateOf } from "@/lib/billing/invoices/rules";
import { suggestedSettings } from "@/lib/billing/settings/rules";

test.each([
  [1000, "2026-10-09", 0, "due"],
  [400, "2026-10-09", 0, "partly_paid"],
  [400, "2026-09-08", 0, "late"],
  [0, "2026-09-08", 0, "paid"],
  [0, "2026-09-08", 1000, "credited"],
] as const)("an invoice of 10 € of which %i are due by %s is %s", (dueCents, dueOn, creditedCents, state) => {
  expect(stateOf({ totalCents: 1000, dueCents, dueOn, creditedCents }, "2026-09-09")).toBe(state);
});

test("groups the days of one service at one price, month by month", () => {
  const line = { activity: "Cantine", slot: "Repas", remark: null, cents: 350 };
  expect(
    groupLines([
      { ...line, date: "2026-09-01" },
      { ...line, date: "2026-10-02" },
      { ...line, date: "2026-09-03", remark: "Absence facturée" },
      { ...line, date: "2026-09-04", cents: 300 },
      { ...line, date: "2026-09-07" },
    ]),
  ).toMatchObject([
    { quantity: 3, cents: 1050, days: ["septembre 2026\u00a0: 1er, 7", "octobre 2026\u00a0: 2"] },
    { quantity: 1, remark: "Absence facturée", days: ["septembre 2026\u00a0: 3"] },
    { quantity: 1, unitCents: 300 },
  ]);
});

test("suggests a series from the name of a régie", () => {
  const office = { name: "Régie périscolaire et de la restauration", email: "regie@exemple.fr", vatMention: null };
  expect(suggestedSettings("x", office)).toMatchObject({ series: "PR", disputeContact: "regie@exemple.fr" });
  expect(suggestedSettings("x", { ...office, name: "Régie" }).series).toBe("F");
  expect(suggestedSettings("x", office).vatMention).toBe("Service hors du champ de la TVA.");
  expect(suggestedSettings("x", { ...office, vatMention: "TVA non applicable" }).vatMention).toBe("");
});
