import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Confirmez le changement de votre adresse e-mail";

export const emailChangeOld: EmailTemplate<"email-change-old"> = {
  subject: () => SUBJECT,
  body: ({ url, newEmail }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Dites-nous si c’est bien vous qui l’avez demandé.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Quelqu’un qui connaît votre mot de passe a demandé que vous vous connectiez désormais avec l’adresse {newEmail}.
        Dites-nous si c’est bien vous :
      </Paragraph>
      <ActionButton href={url}>Répondre à la demande</ActionButton>
      <Paragraph>
        Ce lien est valable 24 heures et ne sert qu’une fois. La nouvelle adresse doit confirmer elle aussi : d’ici là,
        rien ne change.
      </Paragraph>
    </EmailLayout>
  ),
};
