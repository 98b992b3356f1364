import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Choisissez un nouveau mot de passe";

export const passwordReset: EmailTemplate<"password-reset"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un lien valable une heure, qui ne sert qu’une fois.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Vous avez demandé un nouveau mot de passe pour le portail famille. Ce lien est valable une heure et ne sert
        qu’une fois :
      </Paragraph>
      <ActionButton href={url}>Choisir mon mot de passe</ActionButton>
      <Paragraph>
        Si vous n’avez rien demandé, ignorez ce message : votre mot de passe actuel reste valable et personne n’a accédé
        à votre compte.
      </Paragraph>
    </EmailLayout>
  ),
};
