import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const subjectOf = (isLast: boolean) =>
  isLast
    ? "Dernier rappel avant transmission\u00a0: une facture reste à payer"
    : "Rappel\u00a0: une facture reste à payer";

export const invoiceReminder: EmailTemplate<"invoice-reminder"> = {
  subject: ({ isLast }) => subjectOf(isLast),
  body: ({ url, isLast }, sender) => (
    <EmailLayout sender={sender} title={subjectOf(isLast)} preview="Sa date limite est passée.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Sauf erreur de notre part, la date limite de paiement d’au moins une de vos factures est passée. Vous pouvez la
        consulter et la payer en ligne ; si vous venez de la régler, ne tenez pas compte de ce message.
      </Paragraph>
      <Paragraph>
        {isLast
          ? "Sans paiement ni réponse, la somme sera transmise au Trésor public, qui est chargé de la recouvrer. "
          : ""}
        Une ligne vous étonne, ou vous ne pouvez pas tout payer en une fois ? Écrivez-nous depuis la facture : rien
        n’est bloqué, et nous cherchons une solution avec vous.
      </Paragraph>
      <ActionButton href={url}>Voir mes factures</ActionButton>
    </EmailLayout>
  ),
};
