import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un code de secours vient de servir";

export const recoveryCodeUsed: EmailTemplate<"recovery-code-used"> = {
  subject: () => SUBJECT,
  body: ({ codesLeft }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Il ne peut plus servir.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un code de secours vient d’ouvrir une session de votre compte d’agent. Il vous en reste {codesLeft} ; vous
        pouvez en obtenir d’autres dans « Ma sécurité ».
      </Paragraph>
      <Paragraph>
        Si ce n’est pas vous, changez votre mot de passe et prévenez tout de suite l’administrateur du portail.
      </Paragraph>
    </EmailLayout>
  ),
};
