import { formatEuros } from "@/lib/core/money";
import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const sentences: Record<string, string> = {
  amount_mismatch: "La banque annonce un autre montant que celui demandé. Rien n’a été enregistré sur le compte.",
  order_mismatch:
    "La banque annonce une autre référence de commande que celle demandée. Rien n’a été enregistré sur le compte.",
  reference_mismatch:
    "La banque annonce une autre transaction que celle ouverte. Rien n’a été enregistré sur le compte.",
  kept_as_credit:
    "Un paiement est arrivé pour un panier expiré. La somme est conservée en crédit sur le compte du foyer.",
};
const OTHER = "La banque a donné une réponse inhabituelle pour ce paiement.";

export const revenueOfficeIncident: EmailTemplate<"revenue-office-incident"> = {
  subject: ({ paymentReference }) => `Paiement à vérifier – ${paymentReference}`,
  body: ({ kind, paymentReference, amountCents }, sender) => (
    <EmailLayout sender={sender} title="Un paiement est à vérifier" preview={`Référence ${paymentReference}`}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>{sentences[kind] ?? OTHER}</Paragraph>
      <Paragraph>
        Référence du paiement : {paymentReference}
        <br />
        Montant : {formatEuros(amountCents)}
      </Paragraph>
      <Paragraph>Rapprochez-le du relevé de la régie avant d’y donner suite.</Paragraph>
    </EmailLayout>
  ),
};
