import { CircleCheck, CircleX, CloudOff, Hourglass, PiggyBank, TimerOff, Undo2 } from "lucide-react";

/** What a parent reads for each outcome: first what is true, then what it means for the places and the money. */
export const paymentWords = {
  confirmed: {
    title: "Paiement confirmé, places réservées",
    Icon: CircleCheck,
    look: "bg-reserved-soft text-reserved",
    explanation: "Vous recevez un e-mail de confirmation. Votre reçu est dans Prépaiements.",
  },
  pending: {
    title: "En attente de confirmation par la banque",
    Icon: Hourglass,
    look: "bg-request-soft text-request",
    explanation:
      "La banque ne nous a pas encore donné sa réponse. Vos places restent gardées. Inutile de payer à nouveau : vous pouvez quitter cette page, un e-mail vous dira le résultat.",
  },
  refused: {
    title: "Paiement refusé",
    Icon: CircleX,
    look: "bg-cancel-soft text-cancel",
    explanation:
      "La banque a refusé ce paiement : rien n’a été débité. Vous pouvez réessayer, ou payer avec une autre carte.",
  },
  abandoned: {
    title: "Paiement abandonné",
    Icon: Undo2,
    look: "bg-sunk text-ink-2",
    explanation: "Vous avez quitté la page de la banque avant de payer : rien n’a été débité.",
  },
  expired: {
    title: "Paiement expiré",
    Icon: TimerOff,
    look: "bg-sunk text-ink-2",
    explanation: "Le temps prévu pour payer est passé : rien n’a été débité et les places ont été rendues.",
  },
  unavailable: {
    title: "Le service de paiement n’a pas répondu",
    Icon: CloudOff,
    look: "bg-request-soft text-request",
    explanation: "Ce paiement n’a pas pu s’ouvrir : rien n’a été débité. Réessayez dans quelques minutes.",
  },
  credited: {
    title: "Paiement reçu, porté au crédit de votre compte",
    Icon: PiggyBank,
    look: "bg-wait-soft text-wait",
    explanation:
      "La réponse de la banque est arrivée après la fin du délai et certaines places n’étaient plus libres. Votre argent n’est pas perdu. La structure en est prévenue.",
  },
} as const;

/** The same of a payment of invoices, where no place is at stake. */
export const invoicePaymentWords: Record<keyof typeof paymentWords, { title: string; explanation: string }> = {
  confirmed: {
    title: "Paiement confirmé",
    explanation: "Vous recevez un e-mail de confirmation. Votre reçu est dans Prépaiements.",
  },
  pending: {
    title: paymentWords.pending.title,
    explanation:
      "La banque ne nous a pas encore donné sa réponse. Inutile de payer à nouveau : vous pouvez quitter cette page, un e-mail vous dira le résultat.",
  },
  refused: paymentWords.refused,
  abandoned: paymentWords.abandoned,
  expired: {
    title: paymentWords.expired.title,
    explanation: "Le temps prévu pour payer est passé : rien n’a été débité.",
  },
  unavailable: paymentWords.unavailable,
  credited: {
    title: "Paiement reçu, surplus porté au crédit de votre compte",
    explanation:
      "Une de ces factures avait été payée entre-temps. Votre argent n’est pas perdu. La structure en est prévenue.",
  },
};
