import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

export const invoicesPaidTwice: EmailTemplate<"invoices-paid-twice"> = {
  subject: ({ receiptNumber }) => `Paiement reçu, surplus conservé en crédit – reçu ${receiptNumber}`,
  body: ({ receiptNumber, url }, sender) => (
    <EmailLayout
      sender={sender}
      title="Une facture était déjà payée"
      preview="Le surplus est conservé en crédit : rien n’est perdu."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre paiement nous est bien parvenu, mais une des factures qu’il réglait avait été payée entre-temps. Rien
        n’est perdu : le surplus est conservé en crédit sur votre compte, et votre reçu {receiptNumber} est joint à ce
        message.
      </Paragraph>
      <Paragraph>
        Ce crédit sera déduit tout seul de votre prochain panier ou de votre prochaine facture. Si vous préférez un
        remboursement, répondez à ce message.
      </Paragraph>
      <ActionButton href={url}>Voir mon compte</ActionButton>
    </EmailLayout>
  ),
};
