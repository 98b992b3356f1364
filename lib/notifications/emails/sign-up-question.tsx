import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Une précision est nécessaire pour votre inscription";

export const signUpQuestion: EmailTemplate<"sign-up-question"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Votre demande attend votre réponse.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {sender.name} a lu votre demande d’inscription et vous demande une précision. Ce que vous avez saisi est gardé :
        lisez la question, corrigez ou complétez, puis envoyez de nouveau.
      </Paragraph>
      <ActionButton href={url}>Répondre et compléter ma demande</ActionButton>
    </EmailLayout>
  ),
};
