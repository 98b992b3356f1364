import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "La structure a changé vos réservations, pour vous";

export const assistedChange: EmailTemplate<"assisted-change"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Chaque changement est dans votre calendrier.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un agent de la structure d’accueil a changé aujourd’hui des réservations de votre foyer, par exemple à votre
        demande, au guichet ou au téléphone. Qui a fait quoi, et pourquoi, est dans votre calendrier : ouvrez le jour
        concerné.
      </Paragraph>
      <Paragraph>Si vous n’avez rien demandé, écrivez à la structure depuis votre espace.</Paragraph>
      <ActionButton href={url}>Voir mes réservations</ActionButton>
    </EmailLayout>
  ),
};
