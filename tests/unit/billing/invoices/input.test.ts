import { expect, test } from "vitest";
import { postedCheckoutInput, postedCreditInput } from "@/lib/billing/invoices/input";

const [household, office, one, two] = Array.from({ length: 4 }, () => crypto.randomUUID());
const posted = { householdId: household, revenueOfficeId: office, balanceCents: "250" };

test("reads the ticked invoices of a posted form, with what was due of each", () => {
  expect(
    postedCheckoutInput.parse({ ...posted, [`facture-${one}`]: "1050", [`facture-${two}`]: "350", autre: "x" }),
  ).toEqual({
    householdId: household,
    revenueOfficeId: office,
    balanceCents: 250,
    invoices: [
      { invoiceId: one, dueCents: 1050 },
      { invoiceId: two, dueCents: 350 },
    ],
  });
});

test.each([
  ["nothing ticked", {}],
  ["an amount that is none", { [`facture-${one}`]: "abc" }],
  ["an amount below zero", { [`facture-${one}`]: "-5" }],
  ["a credit below zero", { balanceCents: "-1", [`facture-${one}`]: "350" }],
])("refuses %s", (_, form) => {
  expect(postedCheckoutInput.safeParse({ ...posted, ...form }).success).toBe(false);
});

test("reads the ticked lines of a credit note, and asks why", () => {
  const credit = { invoiceId: one, reason: "Repas non servi" };
  expect(postedCreditInput.parse({ ...credit, "ligne-12": "on", "ligne-15": "on" })).toEqual({
    ...credit,
    lineIds: [12, 15],
  });
  expect(postedCreditInput.safeParse(credit).error?.issues).toMatchObject([{ message: "Cochez au moins une ligne." }]);
  expect(postedCreditInput.safeParse({ ...credit, reason: " ", "ligne-1": "on" }).error?.issues).toMatchObject([
    { path: ["reason"] },
  ]);
});
