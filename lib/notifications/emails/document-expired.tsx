import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un document de votre dossier a expiré";

export const documentExpired: EmailTemplate<"document-expired"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Envoyez le nouveau : une photo suffit.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Au moins un document de votre dossier n’est plus valable. Envoyez le nouveau dès que vous l’avez : une photo
        suffit. Certains documents sont nécessaires pour réserver.
      </Paragraph>
      <ActionButton href={url}>Voir mes documents</ActionButton>
    </EmailLayout>
  ),
};
