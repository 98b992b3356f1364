import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un document de votre dossier est à renvoyer";

export const documentRefused: EmailTemplate<"document-refused"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Le motif est dans votre espace.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un document que vous avez envoyé n’a pas pu être accepté. Le motif est dans votre espace, où vous pouvez en
        envoyer un autre :
      </Paragraph>
      <ActionButton href={url}>Voir mes documents</ActionButton>
    </EmailLayout>
  ),
};
