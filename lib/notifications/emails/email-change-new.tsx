import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Confirmez votre nouvelle adresse e-mail";

export const emailChangeNew: EmailTemplate<"email-change-new"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un lien valable 24 heures, qui ne sert qu’une fois.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Cette adresse a été donnée pour se connecter au portail famille de {sender.shortName}. Confirmez que vous
        recevez bien ses messages :
      </Paragraph>
      <ActionButton href={url}>Confirmer cette adresse</ActionButton>
      <Paragraph>
        Ce lien est valable 24 heures et ne sert qu’une fois. Si ce message ne vous concerne pas, ignorez-le : rien ne
        changera.
      </Paragraph>
    </EmailLayout>
  ),
};
