import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Nous avons reçu votre demande d’inscription";

export const signUpReceived: EmailTemplate<"sign-up-received"> = {
  subject: () => SUBJECT,
  body: (_, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Elle est en attente de validation.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre demande est en attente de validation par {sender.name}. Vous n’avez rien à faire : la réponse arrive à
        cette adresse, avec un lien pour ouvrir votre compte si la demande est acceptée.
      </Paragraph>
      <Paragraph>Si vous n’avez rien demandé, répondez à ce message pour nous le dire.</Paragraph>
    </EmailLayout>
  ),
};
