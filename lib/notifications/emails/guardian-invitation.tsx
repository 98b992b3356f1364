import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Vous êtes invité à rejoindre le portail famille";

export const guardianInvitation: EmailTemplate<"guardian-invitation"> = {
  subject: () => SUBJECT,
  body: ({ url, firstName }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un lien valable sept jours, qui ne sert qu’une fois.">
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’autre responsable de vos enfants vous invite sur le portail famille de {sender.shortName}. Vous y aurez votre
        propre compte, avec votre propre mot de passe :
      </Paragraph>
      <ActionButton href={url}>Activer mon compte</ActionButton>
      <Paragraph>
        Ce lien est valable sept jours et ne sert qu’une fois. Si ce message ne vous concerne pas, ignorez-le : rien ne
        se passera.
      </Paragraph>
    </EmailLayout>
  ),
};
