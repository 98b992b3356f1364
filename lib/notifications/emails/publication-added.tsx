import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un nouveau document à télécharger";

export const publicationAdded: EmailTemplate<"publication-added"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Il est dans vos téléchargements.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>La structure a mis un nouveau document à votre disposition :</Paragraph>
      <Paragraph>Vous ne voulez plus de ces nouvelles ? Changez vos choix dans « Mon compte ».</Paragraph>
      <ActionButton href={url}>Voir les téléchargements</ActionButton>
    </EmailLayout>
  ),
};
