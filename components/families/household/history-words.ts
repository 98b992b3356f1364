import { wordsOf } from "@/lib/families/changes/rules";
import { fields, isField } from "@/lib/families/rules";

const words: Record<string, string> = {
  "household.created": "Famille créée",
  "household.certified": "Informations certifiées à jour",
  "household.updated": "Fiche modifiée",
  "member.added": "Membre ajouté",
  "person.updated": "Fiche modifiée",
  "change.requested": "Modification demandée",
  "change.accepted": "Modification acceptée",
  "change.refused": "Modification refusée",
  "change.withdrawn": "Demande de modification retirée",
  "invitation.sent": "Invitation envoyée",
  "email-change.vouched": "Changement d’adresse de connexion engagé par un agent",
  "observation.started": "Espace de la famille regardé par un agent",
  "observation.ended": "Espace de la famille quitté par l’agent",
  "health-record.read": "Fiche santé consultée",
  "health-record.updated": "Fiche santé modifiée",
  "health-document.read": "Document de santé consulté",
  "consent.granted": "Autorisation donnée",
  "consent.refused": "Autorisation refusée",
  "pickup.allowed": "Personne habilitée ajoutée",
  "pickup.forbidden": "Personne interdite ajoutée",
  "pickup.removed": "Personne retirée de la liste de sortie",
  "pickup.restored": "Personne remise sur la liste de sortie",
  "document.sent": "Document envoyé",
  "document.accepted": "Document validé",
  "document.refused": "Document refusé",
  "document.removed": "Document retiré",
  "document.restored": "Document rétabli",
  "document.delivered": "Document déposé par la structure",
  "delivery.withdrawn": "Document de la structure retiré",
  "thread.opened": "Échange commencé",
  "thread.answered": "Message écrit dans un échange",
  "thread.noted": "Note interne ajoutée à un échange",
  "thread.assigned": "Échange confié à un agent",
  "thread.closed": "Échange clos",
  "thread.reopened": "Échange rouvert",
  "reservation.requested": "Réservations demandées",
  "reservation.withdrawn": "Demandes retirées",
  "reservation.cancelled": "Réservations annulées",
  "cancellation.requested": "Annulation demandée",
  "cancellation.withdrawn": "Demande d’annulation retirée",
  "cancellation.accepted": "Demande d’annulation acceptée",
  "cancellation.refused": "Demande d’annulation refusée",
  "requests.approved": "Demandes de réservation acceptées",
  "requests.refused": "Demandes de réservation refusées",
  "absence.declared": "Absence déclarée",
  "absence.withdrawn": "Absence retirée",
  "absence.proof-sent": "Justificatif d’absence envoyé",
  "absence.excused": "Absence excusée",
  "absence.charged": "Absence gardée facturée",
  "waiting-list.joined": "Inscription en liste d’attente",
  "waiting-list.left": "Sortie de la liste d’attente",
  "waiting-place.offered": "Place de la liste d’attente proposée",
  "offer.accepted": "Place de la liste d’attente acceptée",
  "reservation.closed": "Réservations annulées : service fermé",
  "attendance.recorded": "Présence pointée",
  "attendance.unexpected": "Venue sans réservation",
  "attendance.undone": "Pointage repris",
  "cart.checked-out": "Panier validé",
  "cart.prolonged": "Panier prolongé",
  "payment.initiated": "Paiement commencé",
  "payment.paid": "Paiement confirmé par la banque",
  "payment.refused": "Paiement refusé par la banque",
  "payment.abandoned": "Paiement abandonné",
  "payment.failed": "Paiement impossible à ouvrir",
  "payment.collected": "Paiement reçu au guichet",
  "payment.withdrawn": "Quittance annulée",
  "certificate.made": "Attestation établie",
  "refund.requested": "Remboursement demandé",
  "refund.withdrawn": "Demande de remboursement retirée",
  "refund.agreed": "Remboursement : premier accord",
  "refund.approved": "Remboursement accordé",
  "refund.refused": "Remboursement refusé",
  "refund.paid": "Remboursement versé",
  "refund.iban-read": "Coordonnées bancaires consultées",
  "payment-incident.resolved": "Paiement vérifié par la régie",
  "payment.settled": "Paiement enregistré",
  "invoice.issued": "Facture émise",
  "invoices.checked-out": "Factures choisies pour être payées",
  "credit-note.issued": "Avoir émis",
  "billing-run.set-aside": "Facture reportée à un prochain passage",
  "billing-run.taken-back": "Facture remise dans le passage",
  "sign-up.submitted": "Demande d’inscription envoyée",
  "sign-up.approved": "Inscription acceptée",
  "sign-up.refused": "Inscription refusée",
};

/** An event in French; one that has no sentence yet is still told, by its own name. */
export const eventInWords = (type: string): string => words[type] ?? type;

export function actorInWords(actorKind: string, name: string | null): string {
  if (name) return actorKind === "observer" || actorKind === "agent" ? `${name} (agent)` : name;
  return actorKind.startsWith("system:") ? "Le portail" : "Quelqu’un sans compte";
}

type Changed = { field: string; before: string | null; after: string | null };

/** "Téléphone mobile : 06 12… → 06 98…" */
export function changeInWords({ field, before, after }: Changed) {
  if (!isField(field)) return { label: field, before: before ?? "–", after: after ?? "–" };
  return { label: fields[field].label, before: wordsOf(field, before), after: wordsOf(field, after) };
}
