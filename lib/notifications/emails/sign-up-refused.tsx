import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Réponse à votre demande d’inscription";

export const signUpRefused: EmailTemplate<"sign-up-refused"> = {
  subject: () => SUBJECT,
  body: ({ reason }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Votre demande n’a pas pu être acceptée.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>{sender.name} n’a pas pu accepter votre demande d’inscription. Le motif :</Paragraph>
      <Paragraph>{reason}</Paragraph>
      <Paragraph>Une question, une erreur de notre part ? Répondez à ce message, nous regarderons ensemble.</Paragraph>
    </EmailLayout>
  ),
};
