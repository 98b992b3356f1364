import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un avoir est disponible";

export const creditNoteAvailable: EmailTemplate<"credit-note-available"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Une facture a été corrigée en votre faveur.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Une de vos factures a été corrigée en votre faveur par un avoir. Il est déduit de ce qui restait à payer ; le
        reste, s’il y en a un, est porté au crédit de votre compte.
      </Paragraph>
      <ActionButton href={url}>Voir l’avoir</ActionButton>
    </EmailLayout>
  ),
};
