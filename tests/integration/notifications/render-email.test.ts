import { expect, test } from "vitest";
import { renderEmail } from "@/lib/notifications/render-email";
import type { TemplateName } from "@/lib/notifications/templates";
import { receiptId } from "./messages";

const sender = {
  id: 1,
  name: "Ville de Saint-Aubin",
  shortName: "Saint-Aubin",
  siret: null,
  email: "mairie@exemple.fr",
  phone: "03 20 00 00 00",
  address: "1 place de la Mairie, 59000 Saint-Aubin",
  primaryColor: null,
  logoKey: null,
};
const url = "https://famille.exemple.fr/page";
const receipt = { receiptId, receiptNumber: "REC2026000123", url };
const messages: [TemplateName, unknown, { subject: string; says: string }][] = [
  ["invoice-available", { url }, { subject: "Une nouvelle facture est disponible", says: "jour par jour" }],
  ["credit-note-available", { url }, { subject: "Un avoir est disponible", says: "corrigée en votre faveur" }],
  [
    "invoice-reminder",
    { url, isLast: false },
    { subject: "Rappel\u00a0: une facture reste à payer", says: "rien n’est bloqué" },
  ],
  ["invoices-paid", receipt, { subject: "Factures payées – reçu REC2026000123", says: "que vous avez choisies" }],
  [
    "invoices-paid-twice",
    receipt,
    { subject: "Paiement reçu, surplus conservé en crédit – reçu REC2026000123", says: "conservé en crédit" },
  ],
  [
    "requests-unanswered",
    { url, places: ["Soir, jeudi 17 septembre, Nahel"] },
    { subject: "Votre demande de réservation est restée sans réponse", says: "votre enfant n’y est pas attendu" },
  ],
  [
    "absence-unproven",
    { url },
    { subject: "Le justificatif d’une absence n’est pas arrivé", says: "elle peut encore en tenir compte" },
  ],
  ["password-reset", { url }, { subject: "Choisissez un nouveau mot de passe", says: "valable une heure" }],
  ["password-changed", {}, { subject: "Votre mot de passe a été modifié", says: "Si ce n’est pas vous" }],
  [
    "email-change-old",
    { url, newEmail: "neuve@exemple.fr" },
    { subject: "Confirmez le changement de votre adresse e-mail", says: "neuve@exemple.fr" },
  ],
  ["email-change-new", { url }, { subject: "Confirmez votre nouvelle adresse e-mail", says: "ne sert qu’une fois" }],
  [
    "email-change-taken",
    { signInUrl: url },
    { subject: "Votre adresse est déjà celle d’un compte", says: "rien changé" },
  ],
  [
    "email-change-vouched",
    { url, newEmail: "neuve@exemple.fr" },
    { subject: "Un agent change l’adresse de votre compte", says: "Ce n’est pas moi" },
  ],
  ["data-export-ready", { url }, { subject: "La copie de vos données est prête", says: "sept jours" }],
  [
    "deletion-decided",
    { isAccepted: false, answer: "Il reste une facture." },
    { subject: "Réponse à votre demande de suppression", says: "Il reste une facture." },
  ],
  [
    "join-household",
    { url, firstName: "Inès" },
    { subject: "Rejoignez un second foyer avec votre compte", says: "le compte que vous avez déjà" },
  ],
  ["household-joined", {}, { subject: "Votre compte a rejoint un foyer", says: "deux foyers" }],
  ["email-changed", {}, { subject: "L’adresse e-mail de votre compte a été modifiée", says: "prévenez-nous" }],
  [
    "account-activation",
    { url, firstName: "Inès" },
    { subject: "Activez votre compte du portail famille", says: "valable sept jours" },
  ],
  [
    "guardian-invitation",
    { url, firstName: "Inès" },
    { subject: "Vous êtes invité à rejoindre le portail famille", says: "votre propre mot de passe" },
  ],
  [
    "account-exists",
    { signInUrl: url, passwordUrl: url },
    { subject: "Vous avez déjà un compte sur le portail famille", says: "rien à activer" },
  ],
  [
    "sign-up-draft",
    { url },
    { subject: "Reprenez votre demande d’inscription quand vous voulez", says: "pendant trente jours" },
  ],
  [
    "sign-up-received",
    {},
    { subject: "Nous avons reçu votre demande d’inscription", says: "en attente de validation" },
  ],
  [
    "sign-up-question",
    { url },
    { subject: "Une précision est nécessaire pour votre inscription", says: "la question" },
  ],
  [
    "sign-up-refused",
    { reason: "Hors commune." },
    { subject: "Réponse à votre demande d’inscription", says: "Hors commune." },
  ],
  [
    "change-decided",
    { isAccepted: true, label: "Nom", url },
    { subject: "Votre modification est acceptée", says: "votre dossier est à jour" },
  ],
  [
    "change-decided",
    { isAccepted: false, label: "Nom", url },
    { subject: "Votre modification n’a pas été acceptée", says: "Le motif vous attend" },
  ],
  [
    "payment-confirmed",
    receipt,
    { subject: "Paiement confirmé – reçu REC2026000123", says: "vos réservations sont enregistrées" },
  ],
  [
    "counter-payment",
    receipt,
    { subject: "Votre paiement au guichet – quittance REC2026000123", says: "enregistré sur votre compte" },
  ],
  [
    "refund-decided",
    { outcome: "paid", url },
    { subject: "Votre remboursement est versé", says: "vers votre compte bancaire" },
  ],
  [
    "refund-decided",
    { outcome: "refused", url },
    { subject: "Réponse à votre demande de remboursement", says: "de nouveau disponible" },
  ],
  [
    "payment-kept-as-credit",
    receipt,
    { subject: "Paiement reçu, conservé en crédit – reçu REC2026000123", says: "conservée en crédit" },
  ],
  ["document-refused", { url }, { subject: "Un document de votre dossier est à renvoyer", says: "n’a pas pu être" }],
  [
    "document-expiring",
    { url, expiresOn: "2026-10-31" },
    { subject: "Un document de votre dossier arrive à échéance", says: "samedi 31 octobre 2026" },
  ],
  ["document-expired", { url }, { subject: "Un document de votre dossier a expiré", says: "une photo suffit" }],
  ["payment-failed", { url }, { subject: "Votre paiement n’a pas abouti", says: "rien n’a été débité" }],
  [
    "quotient-changed",
    { url, from: "2026-10-01" },
    { subject: "Ce qui sert à calculer vos tarifs a changé", says: "jeudi 1er octobre 2026" },
  ],
  [
    "custody-conflict",
    { url },
    { subject: "Des réservations ne suivent plus le calendrier de garde", says: "son autre foyer" },
  ],
  [
    "tax-certificate-ready",
    { url },
    { subject: "Votre attestation fiscale est prête", says: "déclaration de revenus" },
  ],
  [
    "revenue-office-incident",
    { kind: "amount_mismatch", paymentReference: "PF123", amountCents: 123_450 },
    { subject: "Paiement à vérifier – PF123", says: "un autre montant" },
  ],
];

test.each(messages)("writes %s", async (name, payload, { subject, says }) => {
  const email = await renderEmail(name, payload, sender);

  expect(email.subject).toBe(subject);
  for (const version of [email.html, email.text.replaceAll("\n", " ")]) {
    expect(version).toContain(says);
    expect(version).toContain("Ville de Saint-Aubin");
    expect(version).toContain("mairie@exemple.fr");
    if (JSON.stringify(payload).includes(url)) expect(version).toContain(url);
  }
  expect(email.html).toContain('lang="fr"');
  expect(email.html).not.toMatch(/<script|<img|(src|href)="(?!https:|mailto:)/);
  expect(email.text).not.toContain("<");
});

test("tells families no amount, and puts no plain space before a high punctuation mark", async () => {
  for (const [name, payload] of messages) {
    const { html, text } = await renderEmail(name, payload, sender);
    if (name !== "revenue-office-incident") expect(text).not.toContain("€");
    expect(html.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, "")).not.toMatch(/ [:;?!»]|« /);
  }
});

test("wears the colour and the logo of the organisation, and its paler colour at night", async () => {
  const dressed = { ...sender, primaryColor: "#7a1f5c", logoKey: "ab/0123456789abcdef" };
  const { html, text } = await renderEmail("invoice-available", { url }, dressed);

  expect(html).toContain("background-color:#7a1f5c");
  expect(html).toMatch(/<img[^>]+src="http[^"]+\/logo\?v=01234567"/);
  expect(html).toContain("prefers-color-scheme: dark");
  expect(html).not.toContain("#2c3fb8");
  expect(text).not.toMatch(/logo|color/);
});

test("refuses to write what lacks its words", async () => {
  await expect(renderEmail("payment-confirmed", { url }, sender)).rejects.toThrow();
});
