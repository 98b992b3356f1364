import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre déclaration d’absence a reçu une réponse";

export const absenceDecided: EmailTemplate<"absence-decided"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="La réponse est dans votre espace.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        La structure d’accueil a répondu à une absence que vous aviez déclarée. Sa réponse est dans votre espace :
      </Paragraph>
      <ActionButton href={url}>Voir mes réservations</ActionButton>
    </EmailLayout>
  ),
};
