import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Reprenez votre demande d’inscription quand vous voulez";

export const signUpDraft: EmailTemplate<"sign-up-draft"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Ce que vous avez saisi est enregistré.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Vous avez commencé une demande d’inscription sur le portail famille. Ce que vous avez saisi est enregistré
        pendant trente jours : reprenez là où vous en étiez, sur cet appareil ou sur un autre.
      </Paragraph>
      <ActionButton href={url}>Reprendre ma demande</ActionButton>
      <Paragraph>
        Si vous venez de l’envoyer, il n’y a rien à faire. Si vous n’avez rien commencé, ignorez ce message : la demande
        s’effacera d’elle-même.
      </Paragraph>
    </EmailLayout>
  ),
};
