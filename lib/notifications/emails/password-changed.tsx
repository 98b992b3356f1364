import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre mot de passe a été modifié";

export const passwordChanged: EmailTemplate<"password-changed"> = {
  subject: () => SUBJECT,
  body: (_, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Les autres appareils ont été déconnectés.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le mot de passe de votre compte du portail famille vient d’être modifié. Par sécurité, les autres appareils
        connectés à ce compte ont été déconnectés.
      </Paragraph>
      <Paragraph>
        Si ce n’est pas vous, demandez tout de suite un nouveau mot de passe depuis la page de connexion, puis
        prévenez-nous.
      </Paragraph>
    </EmailLayout>
  ),
};
