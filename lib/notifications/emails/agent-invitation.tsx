import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre accès d’agent au portail famille";

export const agentInvitation: EmailTemplate<"agent-invitation"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un lien valable sept jours, qui ne sert qu’une fois.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {sender.name} vous ouvre l’espace de la structure sur le portail famille. Choisissez votre mot de passe pour
        commencer :
      </Paragraph>
      <ActionButton href={url}>Ouvrir mon accès</ActionButton>
      <Paragraph>
        Ce lien est valable sept jours et ne sert qu’une fois. S’il a expiré, demandez-en un autre à l’administrateur du
        portail.
      </Paragraph>
    </EmailLayout>
  ),
};
