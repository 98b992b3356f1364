import { dateInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un document de votre dossier arrive à échéance";

export const documentExpiring: EmailTemplate<"document-expiring"> = {
  subject: () => SUBJECT,
  body: ({ url, expiresOn }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Envoyez le nouveau dès que vous l’avez.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Au moins un document de votre dossier n’est plus valable après le {dateInWords(expiresOn)}. Envoyez le nouveau
        dès que vous l’avez : une photo suffit.
      </Paragraph>
      <ActionButton href={url}>Voir mes documents</ActionButton>
    </EmailLayout>
  ),
};
