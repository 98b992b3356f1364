import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const subjectOf = (isAccepted: boolean) =>
  isAccepted ? "Votre modification est acceptée" : "Votre modification n’a pas été acceptée";

export const changeDecided: EmailTemplate<"change-decided"> = {
  subject: ({ isAccepted }) => subjectOf(isAccepted),
  body: ({ isAccepted, label, url }, sender) => (
    <EmailLayout sender={sender} title={subjectOf(isAccepted)} preview={`Votre dossier : ${label.toLowerCase()}`}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {isAccepted
          ? `La modification que vous avez demandée (${label.toLowerCase()}) est acceptée : votre dossier est à jour.`
          : `La modification que vous avez demandée (${label.toLowerCase()}) n’a pas été acceptée. Le motif vous attend dans votre dossier ; vous pouvez y refaire une demande.`}
      </Paragraph>
      <ActionButton href={url}>Voir ma famille</ActionButton>
    </EmailLayout>
  ),
};
