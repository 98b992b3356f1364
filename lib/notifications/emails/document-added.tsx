import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un document vous attend sur le portail famille";

export const documentAdded: EmailTemplate<"document-added"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Il est dans votre espace.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        La structure a déposé un document dans votre espace. Vous pouvez le lire et le télécharger à tout moment :
      </Paragraph>
      <ActionButton href={url}>Voir mes documents</ActionButton>
    </EmailLayout>
  ),
};
