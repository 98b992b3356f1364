import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Il manque un document à votre dossier";

export const documentMissing: EmailTemplate<"document-missing"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Une photo suffit.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Au moins un document demandé par la structure manque à votre dossier. Une photo prise avec votre téléphone
        suffit :
      </Paragraph>
      <ActionButton href={url}>Voir ce qui manque</ActionButton>
      <Paragraph>Vous ne voulez plus de ces rappels ? Changez vos choix dans « Mon compte ».</Paragraph>
    </EmailLayout>
  ),
};
