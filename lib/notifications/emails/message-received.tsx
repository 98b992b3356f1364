import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Vous avez un message de la structure";

export const messageReceived: EmailTemplate<"message-received"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Il vous attend sur le portail famille.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>Un message de la structure vous attend dans votre espace. Vous pouvez y répondre :</Paragraph>
      <ActionButton href={url}>Lire le message</ActionButton>
    </EmailLayout>
  ),
};
