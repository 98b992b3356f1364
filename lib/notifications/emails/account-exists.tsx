import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Vous avez déjà un compte sur le portail famille";

export const accountExists: EmailTemplate<"account-exists"> = {
  subject: () => SUBJECT,
  body: ({ signInUrl, passwordUrl }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Connectez-vous avec cette adresse e-mail.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Une demande vient d’être faite avec cette adresse, qui a déjà un compte. Vous n’avez rien à activer :
        connectez-vous pour retrouver votre famille.
      </Paragraph>
      <ActionButton href={signInUrl}>Me connecter</ActionButton>
      <Paragraph>Vous ne connaissez plus votre mot de passe ? Choisissez-en un nouveau :</Paragraph>
      <ActionButton href={passwordUrl}>Choisir un nouveau mot de passe</ActionButton>
      <Paragraph>Si vous n’avez rien demandé, ignorez ce message : rien n’a changé sur votre compte.</Paragraph>
    </EmailLayout>
  ),
};
