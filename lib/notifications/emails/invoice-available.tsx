import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Une nouvelle facture est disponible";

export const invoiceAvailable: EmailTemplate<"invoice-available"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Consultez-la et payez-la en ligne.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Une nouvelle facture vous attend sur le portail famille. Vous y trouvez le détail jour par jour, la date limite
        de paiement, et vous pouvez la payer en ligne.
      </Paragraph>
      <ActionButton href={url}>Voir ma facture</ActionButton>
    </EmailLayout>
  ),
};
