import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Activez votre compte du portail famille";

export const accountActivation: EmailTemplate<"account-activation"> = {
  subject: () => SUBJECT,
  body: ({ url, firstName }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un lien valable sept jours, qui ne sert qu’une fois.">
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {sender.name} vous ouvre le portail famille : inscriptions, réservations, paiements et documents de vos enfants
        au même endroit. Choisissez votre mot de passe pour activer votre compte :
      </Paragraph>
      <ActionButton href={url}>Activer mon compte</ActionButton>
      <Paragraph>
        Ce lien est valable sept jours et ne sert qu’une fois. S’il a expiré, vous pouvez en redemander un depuis la
        page de connexion.
      </Paragraph>
    </EmailLayout>
  ),
};
