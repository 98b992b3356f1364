import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "La copie de vos données est prête";

export const dataExportReady: EmailTemplate<"data-export-ready"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="À télécharger depuis votre compte, pendant sept jours.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        La copie que vous avez demandée est prête. Vous seul pouvez la télécharger, depuis votre compte, pendant sept
        jours :
      </Paragraph>
      <ActionButton href={url}>Ouvrir mon compte</ActionButton>
      <Paragraph>Si vous n’avez rien demandé, changez votre mot de passe, puis prévenez-nous.</Paragraph>
    </EmailLayout>
  ),
};
