import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const words = {
  received: {
    subject: "Votre demande d’inscription est bien reçue",
    sentence: "Votre demande est bien reçue. Un agent va l’étudier, et vous lirez sa réponse par e-mail.",
  },
  approved: {
    subject: "Votre enfant est inscrit",
    sentence: "L’inscription est acceptée : vous pouvez maintenant réserver ses jours.",
  },
  refused: {
    subject: "Réponse à votre demande d’inscription",
    sentence: "Votre demande n’a pas pu être acceptée. Le motif est dans votre espace.",
  },
  incomplete: {
    subject: "Votre demande d’inscription est à compléter",
    sentence: "Il manque encore quelque chose à votre demande. Ce qu’il faut faire est dans votre espace.",
  },
};

export const enrollmentDecided: EmailTemplate<"enrollment-decided"> = {
  subject: ({ outcome }) => words[outcome].subject,
  body: ({ outcome, activity, url }, sender) => (
    <EmailLayout sender={sender} title={words[outcome].subject} preview={activity}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>{activity}</Paragraph>
      <Paragraph>{words[outcome].sentence}</Paragraph>
      <ActionButton href={url}>Voir mes inscriptions</ActionButton>
    </EmailLayout>
  ),
};
