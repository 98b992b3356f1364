import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const subjectOf = (isAccepted: boolean) =>
  isAccepted ? "Votre demande d’annulation est acceptée" : "Votre demande d’annulation n’a pas été acceptée";

export const cancellationDecided: EmailTemplate<"cancellation-decided"> = {
  subject: ({ isAccepted }) => subjectOf(isAccepted),
  body: ({ isAccepted, url }, sender) => (
    <EmailLayout sender={sender} title={subjectOf(isAccepted)} preview="Le détail est dans votre espace.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {isAccepted
          ? "La structure d’accueil a accepté d’annuler une réservation, comme vous l’aviez demandé."
          : "La structure d’accueil n’a pas accepté votre demande d’annulation : la réservation est maintenue. Le motif est dans votre espace."}
      </Paragraph>
      <ActionButton href={url}>Voir mes réservations</ActionButton>
    </EmailLayout>
  ),
};
