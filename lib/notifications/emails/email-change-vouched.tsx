import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un agent change l’adresse de votre compte";

export const emailChangeVouched: EmailTemplate<"email-change-vouched"> = {
  subject: () => SUBJECT,
  body: ({ url, newEmail }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Si ce n’est pas vous qui l’avez demandé, refusez.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        À votre demande, un agent de {sender.shortName} a engagé le changement de l’adresse avec laquelle vous vous
        connectez. La nouvelle adresse est {newEmail}. Le changement se fera dès que cette adresse aura confirmé.
      </Paragraph>
      <Paragraph>Si vous n’avez rien demandé, refusez dans les 24 heures :</Paragraph>
      <ActionButton href={url}>Ce n’est pas moi</ActionButton>
    </EmailLayout>
  ),
};
