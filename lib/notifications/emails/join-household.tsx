import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Rejoignez un second foyer avec votre compte";

export const joinHousehold: EmailTemplate<"join-household"> = {
  subject: () => SUBJECT,
  body: ({ url, firstName }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un lien valable sept jours, qui ne sert qu’une fois.">
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Vous êtes invité comme responsable d’un autre foyer sur le portail famille de {sender.shortName}. Vous pouvez le
        rejoindre avec le compte que vous avez déjà :
      </Paragraph>
      <ActionButton href={url}>Rejoindre ce foyer</ActionButton>
      <Paragraph>
        Ce lien est valable sept jours et ne sert qu’une fois. Rien ne se fait sans vous : si ce message ne vous
        concerne pas, ignorez-le.
      </Paragraph>
    </EmailLayout>
  ),
};
