import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

export const counterPayment: EmailTemplate<"counter-payment"> = {
  subject: ({ receiptNumber }) => `Votre paiement au guichet – quittance ${receiptNumber}`,
  body: ({ receiptNumber, url }, sender) => (
    <EmailLayout
      sender={sender}
      title="Nous avons reçu votre paiement"
      preview={`Votre quittance ${receiptNumber} est jointe.`}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre paiement au guichet est enregistré sur votre compte. Votre quittance {receiptNumber} est jointe à ce
        message, et vous la retrouvez à tout moment sur le portail famille.
      </Paragraph>
      <ActionButton href={url}>Voir mes paiements</ActionButton>
    </EmailLayout>
  ),
};
