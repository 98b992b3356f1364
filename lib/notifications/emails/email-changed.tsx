import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "L’adresse e-mail de votre compte a été modifiée";

export const emailChanged: EmailTemplate<"email-changed"> = {
  subject: () => SUBJECT,
  body: (_, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Les autres appareils ont été déconnectés.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        L’adresse e-mail qui sert à vous connecter au portail famille vient d’être modifiée. Par sécurité, les autres
        appareils connectés à ce compte ont été déconnectés. Votre mot de passe n’a pas changé.
      </Paragraph>
      <Paragraph>Si ce n’est pas vous, prévenez-nous tout de suite.</Paragraph>
    </EmailLayout>
  ),
};
