import { z } from "zod";

const receipt = z.object({ receiptId: z.uuid(), receiptNumber: z.string(), url: z.url() });

const invitation = z.object({ url: z.url(), firstName: z.string() });

export type Template = { label: string; confidential: boolean; optional?: "reminders" | "news"; payload: z.ZodObject };

/**
 * Every message that the portal writes, with what it needs to be written. No health, no quotient familial, no amount to a
 * family: an e-mail is a postcard (handbook §7.5). `confidential`: it carries a key, so its content is not kept once sent.
 * `optional`: who does not want such messages gets none.
 */
export const templates = {
  "password-reset": { label: "Mot de passe oublié", confidential: true, payload: z.object({ url: z.url() }) },
  "password-changed": { label: "Mot de passe modifié", confidential: false, payload: z.object({}) },
  "new-device": {
    label: "Connexion depuis un nouvel appareil",
    confidential: false,
    payload: z.object({ url: z.url(), device: z.string(), at: z.iso.datetime() }),
  },
  "second-factor-enabled": { label: "Second facteur mis en place", confidential: false, payload: z.object({}) },
  "second-factor-reset": { label: "Second facteur retiré", confidential: false, payload: z.object({}) },
  "recovery-code-used": {
    label: "Code de secours utilisé",
    confidential: false,
    payload: z.object({ codesLeft: z.int() }),
  },
  "agent-invitation": { label: "Invitation d’un agent", confidential: true, payload: z.object({ url: z.url() }) },
  "account-activation": { label: "Activation du compte", confidential: true, payload: invitation },
  "guardian-invitation": { label: "Invitation d’un second parent", confidential: true, payload: invitation },
  "join-household": { label: "Invitation à rejoindre un foyer", confidential: true, payload: invitation },
  "household-joined": { label: "Foyer rejoint", confidential: false, payload: z.object({}) },
  "sign-up-draft": {
    label: "Reprise d’une demande d’inscription",
    confidential: true,
    payload: z.object({ url: z.url() }),
  },
  "sign-up-received": { label: "Demande d’inscription reçue", confidential: false, payload: z.object({}) },
  "sign-up-question": { label: "Précision demandée", confidential: true, payload: z.object({ url: z.url() }) },
  "sign-up-refused": {
    label: "Demande d’inscription refusée",
    confidential: false,
    payload: z.object({ reason: z.string() }),
  },
  "account-exists": {
    label: "Compte déjà ouvert",
    confidential: false,
    payload: z.object({ signInUrl: z.url(), passwordUrl: z.url() }),
  },
  "email-change-old": {
    label: "Changement d’adresse à confirmer",
    confidential: true,
    payload: z.object({ url: z.url(), newEmail: z.string() }),
  },
  "email-change-new": {
    label: "Nouvelle adresse à confirmer",
    confidential: true,
    payload: z.object({ url: z.url() }),
  },
  "email-change-taken": {
    label: "Adresse déjà prise",
    confidential: false,
    payload: z.object({ signInUrl: z.url() }),
  },
  "email-change-vouched": {
    label: "Changement d’adresse par un agent",
    confidential: true,
    payload: z.object({ url: z.url(), newEmail: z.string() }),
  },
  "data-export-ready": {
    label: "Copie des données prête",
    confidential: false,
    payload: z.object({ url: z.url() }),
  },
  "deletion-decided": {
    label: "Suppression des données",
    confidential: false,
    payload: z.object({ isAccepted: z.boolean(), answer: z.string() }),
  },
  "email-changed": { label: "Adresse modifiée", confidential: false, payload: z.object({}) },
  "change-decided": {
    label: "Modification traitée",
    confidential: false,
    payload: z.object({ isAccepted: z.boolean(), label: z.string(), url: z.url() }),
  },
  "payment-confirmed": { label: "Paiement confirmé", confidential: false, payload: receipt },
  "counter-payment": { label: "Paiement au guichet", confidential: false, payload: receipt },
  "refund-decided": {
    label: "Réponse à une demande de remboursement",
    confidential: false,
    payload: z.object({ outcome: z.enum(["refused", "paid"]), url: z.url() }),
  },
  "payment-kept-as-credit": { label: "Paiement conservé en crédit", confidential: false, payload: receipt },
  "payment-failed": { label: "Paiement refusé", confidential: false, payload: z.object({ url: z.url() }) },
  "quotient-changed": {
    label: "Tarif de la famille modifié",
    confidential: false,
    payload: z.object({ url: z.url(), from: z.iso.date() }),
  },
  "custody-conflict": {
    label: "Réservations hors du calendrier de garde",
    confidential: false,
    payload: z.object({ url: z.url() }),
  },
  "tax-certificate-ready": {
    label: "Attestation fiscale prête",
    confidential: false,
    optional: "news",
    payload: z.object({ url: z.url() }),
  },
  "requests-decided": {
    label: "Demande de réservation traitée",
    confidential: false,
    payload: z.object({ isAccepted: z.boolean(), toPay: z.boolean(), url: z.url() }),
  },
  "requests-unanswered": {
    label: "Demande de réservation restée sans réponse",
    confidential: false,
    payload: z.object({ places: z.array(z.string()), url: z.url() }),
  },
  "cancellation-decided": {
    label: "Demande d’annulation traitée",
    confidential: false,
    payload: z.object({ isAccepted: z.boolean(), url: z.url() }),
  },
  "bookings-opening": {
    label: "Ouverture des réservations",
    confidential: false,
    optional: "reminders",
    payload: z.object({ activity: z.string(), at: z.iso.datetime(), url: z.url() }),
  },
  "assisted-change": {
    label: "Réservations changées par un agent",
    confidential: false,
    payload: z.object({ url: z.url() }),
  },
  "enrollment-ended": {
    label: "Fin d’une inscription",
    confidential: false,
    payload: z.object({ activity: z.string(), lastDay: z.string(), hasCancelled: z.boolean(), url: z.url() }),
  },
  "absence-decided": {
    label: "Absence traitée",
    confidential: false,
    payload: z.object({ url: z.url() }),
  },
  "absence-unproven": {
    label: "Justificatif d’absence non reçu",
    confidential: false,
    payload: z.object({ url: z.url() }),
  },
  "late-pickup": {
    label: "Départ après l’heure",
    confidential: false,
    payload: z.object({ date: z.iso.date(), url: z.url() }),
  },
  "waiting-place-offered": {
    label: "Place proposée de la liste d’attente",
    confidential: false,
    payload: z.object({ url: z.url(), until: z.iso.datetime() }),
  },
  "pattern-to-continue": {
    label: "Semaine type à continuer",
    confidential: false,
    optional: "reminders",
    payload: z.object({ url: z.url(), until: z.iso.datetime() }),
  },
  "invoices-paid": { label: "Factures payées", confidential: false, payload: receipt },
  "invoices-paid-twice": { label: "Facture déjà payée : surplus en crédit", confidential: false, payload: receipt },
  "invoice-available": { label: "Facture disponible", confidential: false, payload: z.object({ url: z.url() }) },
  "invoice-reminder": {
    label: "Relance d’une facture",
    confidential: false,
    payload: z.object({ url: z.url(), isLast: z.boolean() }),
  },
  "credit-note-available": { label: "Avoir disponible", confidential: false, payload: z.object({ url: z.url() }) },
  "document-refused": {
    label: "Document à renvoyer",
    confidential: false,
    payload: z.object({ url: z.url() }),
  },
  "document-expiring": {
    label: "Document bientôt échu",
    confidential: false,
    optional: "reminders",
    payload: z.object({ url: z.url(), expiresOn: z.iso.date() }),
  },
  "document-expired": {
    label: "Document échu",
    confidential: false,
    optional: "reminders",
    payload: z.object({ url: z.url() }),
  },
  "slot-closed": {
    label: "Fermeture d’un service",
    confidential: false,
    payload: z.object({
      url: z.url(),
      reason: z.string(),
      services: z.array(z.string()),
      days: z.array(z.string()),
    }),
  },
  "document-missing": {
    label: "Document manquant",
    confidential: false,
    optional: "reminders",
    payload: z.object({ url: z.url() }),
  },
  "document-added": { label: "Document déposé", confidential: false, payload: z.object({ url: z.url() }) },
  "publication-added": {
    label: "Nouveau téléchargement",
    confidential: false,
    optional: "news",
    payload: z.object({ url: z.url() }),
  },
  "message-received": { label: "Message de la structure", confidential: false, payload: z.object({ url: z.url() }) },
  "message-waiting": { label: "Message d’une famille", confidential: false, payload: z.object({ url: z.url() }) },
  "enrollment-decided": {
    label: "Inscription à une activité",
    confidential: false,
    payload: z.object({
      outcome: z.enum(["received", "approved", "refused", "incomplete"]),
      activity: z.string(),
      url: z.url(),
    }),
  },
  "revenue-office-incident": {
    label: "Incident de paiement",
    confidential: false,
    payload: z.object({ kind: z.string(), paymentReference: z.string(), amountCents: z.int() }),
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;
export type TemplatePayload<Name extends TemplateName> = z.infer<(typeof templates)[Name]["payload"]>;

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name);
