import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre paiement n’a pas abouti";

export const paymentFailed: EmailTemplate<"payment-failed"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Rien n’a été débité : vous pouvez recommencer.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre banque n’a pas accepté votre dernier paiement sur le portail famille : rien n’a été débité. Vos places
        restent gardées jusqu’à l’heure indiquée dans votre panier, et vos factures restent à régler : vous pouvez
        recommencer avec la même carte ou un autre moyen.
      </Paragraph>
      <ActionButton href={url}>Reprendre le paiement</ActionButton>
    </EmailLayout>
  ),
};
