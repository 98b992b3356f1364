import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre second facteur est en place";

export const secondFactorEnabled: EmailTemplate<"second-factor-enabled"> = {
  subject: () => SUBJECT,
  body: (_, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Un code vous sera demandé à chaque connexion.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le second facteur de votre compte d’agent vient d’être mis en place : un code de votre application vous sera
        demandé après votre mot de passe. Gardez vos codes de secours en lieu sûr.
      </Paragraph>
      <Paragraph>Si ce n’est pas vous, prévenez tout de suite l’administrateur du portail.</Paragraph>
    </EmailLayout>
  ),
};
