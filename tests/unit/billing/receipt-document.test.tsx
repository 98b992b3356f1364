import { expect, test } from "vitest";
import type { ReceiptView } from "@/db/schema";
import { renderReceipt } from "@/lib/billing/receipts/render-receipt";
import { plainBrand } from "@/lib/organization/queries/print-brand";
import { pdfText } from "./pdf-text";

const line = { date: "2026-09-18", activity: "Périscolaire", slot: "Soir", child: "Nahel", cents: 300 };
const view: ReceiptView = {
  organization: {
    name: "Ville de Saint-Aubin",
    address: "1 place de l’Église\n35140 Saint-Aubin",
    siret: "21350123400017",
  },
  revenueOffice: "Régie périscolaire",
  officer: "Hélène Lefèvre",
  payer: { name: "Anaïs Łuczak", address: "12 rue des Écoles\n35140 Saint-Aubin", email: "parent@exemple.fr" },
  paidAt: "2026-09-09T16:30:00Z",
  means: "card",
  gateway: "payfip",
  orderReference: "PF260909000012",
  bankReference: "112233-445566",
  amountCents: 900,
  lines: [line, { ...line, child: "Sohan" }, { ...line, child: "Lisa" }],
  creditUsedCents: 0,
  keptAsCreditCents: 0,
};
const issuedAt = new Date("2026-09-09T16:31:00Z");
const receiptOf = (changes: Partial<ReceiptView>) =>
  renderReceipt({ view: { ...view, ...changes }, number: "REC2026000123", issuedAt }, plainBrand);

test("bears the mentions of a quittance", async () => {
  const text = pdfText(await receiptOf({}));

  for (const mention of [
    "Ville de Saint-Aubin",
    "1 place de l’Église",
    "SIRET 213\u00a0501\u00a0234\u00a000017",
    "Quittance n° REC2026000123",
    "Émise le mercredi 9 septembre 2026 à 18\u00a0h\u00a031",
    "Régie périscolaire",
    "Régisseur\u00a0: Hélène Lefèvre",
    "Anaïs Łuczak",
    "9,00\u00a0€",
    "neuf euros",
    "Acquitté",
    "mercredi 9 septembre 2026 à 18\u00a0h\u00a030",
    "Carte bancaire, par PayFiP",
    "PF260909000012",
    "112233-445566",
    "18/09/2026PériscolaireSoirLisa3,00\u00a0€",
    "Reçu REC2026000123 – page 1 sur 1",
  ]) {
    expect(text).toContain(mention);
  }
});

test("says what the account paid and what it keeps", async () => {
  const text = pdfText(await receiptOf({ amountCents: 1000, creditUsedCents: 200, keptAsCreditCents: 300 }));

  expect(text).toContain("Sous-total9,00\u00a0€");
  expect(text).toContain("Crédit du compte utilisé-2,00\u00a0€");
  expect(text).toContain("Conservé en crédit sur le compte3,00\u00a0€");
  expect(text).toContain("Montant payé10,00\u00a0€");
});

test("says that a payment found no place", async () => {
  const text = pdfText(await receiptOf({ lines: [], keptAsCreditCents: 900, means: null, bankReference: null }));

  expect(text).toContain("Aucune place n’a pu être réservée avec ce paiement.");
  expect(text).toContain("Paiement en ligne, par PayFiP");
  expect(text).toContain("Non communiquée");
});

test("repeats the heading of a long list on each page", async () => {
  const lines = Array.from({ length: 60 }, () => ({ ...line, cents: 2075 }));
  const text = pdfText(await receiptOf({ lines, amountCents: 124_500 }));

  expect(text).toContain("1\u00a0245,00\u00a0€");
  expect(text).toContain("page 3 sur 3");
  expect(text.match(/DatePrestationHoraireEnfantPrix/g)).toHaveLength(3);
});

test("is the same file each time, so that a message sent again carries the same bytes", async () => {
  const [first, second] = [await receiptOf({}), await receiptOf({})];

  expect(first.equals(second)).toBe(true);
});

test("names itself to the reader", async () => {
  const file = (await receiptOf({})).toString("latin1");

  expect(file.startsWith("%PDF-")).toBe(true);
  expect(file).toContain("/Lang (fr-FR)");
  expect(file).toContain("/DisplayDocTitle true");
});
