import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre adresse est déjà celle d’un compte";

export const emailChangeTaken: EmailTemplate<"email-change-taken"> = {
  subject: () => SUBJECT,
  body: ({ signInUrl }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Rien n’a changé sur votre compte.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le titulaire d’un autre compte du portail famille a voulu se connecter avec votre adresse. Comme elle a déjà un
        compte, le vôtre, nous n’avons rien changé.
      </Paragraph>
      <Paragraph>
        Si vous avez vous-même deux comptes, gardez celui-ci et écrivez à la structure : elle réunira vos foyers.
      </Paragraph>
      <ActionButton href={signInUrl}>Me connecter</ActionButton>
    </EmailLayout>
  ),
};
