import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre compte a rejoint un foyer";

export const householdJoined: EmailTemplate<"household-joined"> = {
  subject: () => SUBJECT,
  body: (_, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Passez de l’un à l’autre depuis le haut de la page.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre compte du portail famille ouvre désormais deux foyers ou plus. Passez de l’un à l’autre depuis le haut de
        la page : chacun garde son adresse, ses paiements et ses documents.
      </Paragraph>
      <Paragraph>Si ce n’est pas vous, changez votre mot de passe et prévenez-nous tout de suite.</Paragraph>
    </EmailLayout>
  ),
};
