import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Une famille attend une réponse";

export const messageWaiting: EmailTemplate<"message-waiting"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Son message est dans l’espace structure.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>Une famille a écrit à la structure. Son message est dans l’espace structure :</Paragraph>
      <ActionButton href={url}>Lire le message</ActionButton>
    </EmailLayout>
  ),
};
