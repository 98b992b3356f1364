import type { Tone } from "@/components/ui/tag";
import type { JournalState } from "@/lib/billing/office/input";
import type { PaymentPage } from "@/lib/billing/office/queries/payment-page";

type Status = PaymentPage["status"];

export const paymentStates: Record<Status, { label: string; tone: Tone }> = {
  initiated: { label: "Commencé", tone: "request" },
  pending: { label: "En attente de la banque", tone: "request" },
  paid: { label: "Encaissé", tone: "reserved" },
  refused: { label: "Refusé", tone: "cancel" },
  cancelled: { label: "Abandonné", tone: "neutral" },
  expired: { label: "Expiré", tone: "neutral" },
  failed: { label: "Pas ouvert", tone: "neutral" },
};

export const journalStateWords: Record<JournalState, string> = {
  encaisses: "Encaissés",
  annules: "Quittances annulées",
  "en-cours": "En attente de la banque",
  echoues: "Refusés ou abandonnés",
  tous: "Tous",
};

/** What an agent must look at: what happened, and what to check. */
export const incidentWords: Record<string, { title: string; what: string }> = {
  amount_mismatch: {
    title: "La banque annonce un autre montant",
    what: "Rien n’a été enregistré sur le compte. Comparez avec le relevé de la régie avant d’encaisser ou de rembourser.",
  },
  order_mismatch: {
    title: "La banque annonce une autre commande",
    what: "Rien n’a été enregistré sur le compte. Cherchez dans le relevé de la régie à quoi correspond ce paiement.",
  },
  reference_mismatch: {
    title: "La banque annonce une autre transaction",
    what: "Rien n’a été enregistré sur le compte. Vérifiez auprès de la banque qu’il n’y a pas eu deux débits.",
  },
  kept_as_credit: {
    title: "Payé pour des places qui n’étaient plus libres",
    what: "La somme est conservée en crédit sur le compte de la famille, qui en est prévenue.",
  },
  unusual_answer: {
    title: "La banque a donné une réponse inhabituelle",
    what: "Le paiement est resté comme il était. Vérifiez dans le relevé de la régie ce qui a été débité.",
  },
};
export const incidentTitle = (kind: string): string => incidentWords[kind]?.title ?? "Paiement à vérifier";

export const resolutionWords = {
  matched: "Rapproché du relevé : tout est en ordre",
  kept_as_credit: "Conservé en crédit sur le compte",
  refund: "Remboursement demandé",
  other: "Autre suite",
} as const;
