import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

export const paymentKeptAsCredit: EmailTemplate<"payment-kept-as-credit"> = {
  subject: ({ receiptNumber }) => `Paiement reçu, conservé en crédit – reçu ${receiptNumber}`,
  body: ({ receiptNumber, url }, sender) => (
    <EmailLayout
      sender={sender}
      title="Votre paiement est conservé en crédit"
      preview="Vos places n’étaient plus gardées : rien n’est perdu."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre paiement nous est parvenu après le délai pendant lequel vos places étaient gardées, et elles n’ont pas
        toutes pu être réservées. Rien n’est perdu : la somme correspondante est conservée en crédit sur votre compte,
        et votre reçu {receiptNumber} est joint à ce message.
      </Paragraph>
      <Paragraph>
        Vérifiez vos réservations et refaites vos demandes : le crédit sera déduit tout seul de votre prochain panier.
        Si vous préférez un remboursement, répondez à ce message.
      </Paragraph>
      <ActionButton href={url}>Voir mon compte</ActionButton>
    </EmailLayout>
  ),
};
