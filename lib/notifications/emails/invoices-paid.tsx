import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

export const invoicesPaid: EmailTemplate<"invoices-paid"> = {
  subject: ({ receiptNumber }) => `Factures payées – reçu ${receiptNumber}`,
  body: ({ receiptNumber, url }, sender) => (
    <EmailLayout sender={sender} title="Votre paiement est confirmé" preview={`Votre reçu ${receiptNumber} est joint.`}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Nous avons bien reçu votre paiement et il est affecté aux factures que vous avez choisies. Votre reçu{" "}
        {receiptNumber} est joint à ce message.
      </Paragraph>
      <Paragraph>Vous retrouvez vos factures dans l’historique, et vos reçus dans Prépaiements.</Paragraph>
      <ActionButton href={url}>Voir mes reçus</ActionButton>
    </EmailLayout>
  ),
};
