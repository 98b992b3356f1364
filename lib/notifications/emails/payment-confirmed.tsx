import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

export const paymentConfirmed: EmailTemplate<"payment-confirmed"> = {
  subject: ({ receiptNumber }) => `Paiement confirmé – reçu ${receiptNumber}`,
  body: ({ receiptNumber, url }, sender) => (
    <EmailLayout sender={sender} title="Votre paiement est confirmé" preview={`Votre reçu ${receiptNumber} est joint.`}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Nous avons bien reçu votre paiement et vos réservations sont enregistrées. Votre reçu {receiptNumber} est joint
        à ce message.
      </Paragraph>
      <Paragraph>
        Vous le retrouvez à tout moment, avec les mouvements de votre compte, sur le portail famille.
      </Paragraph>
      <ActionButton href={url}>Voir mes prépaiements</ActionButton>
    </EmailLayout>
  ),
};
