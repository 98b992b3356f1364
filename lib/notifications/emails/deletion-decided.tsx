import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const ACCEPTED = "Vos données ont été supprimées";
const REFUSED = "Réponse à votre demande de suppression";

export const deletionDecided: EmailTemplate<"deletion-decided"> = {
  subject: ({ isAccepted }) => (isAccepted ? ACCEPTED : REFUSED),
  body: ({ isAccepted, answer }, sender) => (
    <EmailLayout
      sender={sender}
      title={isAccepted ? ACCEPTED : REFUSED}
      preview={isAccepted ? "Votre compte est fermé." : "Il reste quelque chose à faire avant."}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {isAccepted
          ? "Comme vous l’avez demandé, votre compte du portail famille est fermé et vos informations sont effacées, sauf les pièces comptables que la loi nous fait garder dix ans."
          : "Nous ne pouvons pas encore supprimer vos données. Votre compte reste ouvert."}
      </Paragraph>
      {answer && <Paragraph>{answer}</Paragraph>}
    </EmailLayout>
  ),
};
