import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const subjectOf = (isAccepted: boolean) =>
  isAccepted ? "Votre demande de réservation est acceptée" : "Votre demande de réservation n’a pas pu être acceptée";

export const requestsDecided: EmailTemplate<"requests-decided"> = {
  subject: ({ isAccepted }) => subjectOf(isAccepted),
  body: ({ isAccepted, toPay, url }, sender) => (
    <EmailLayout
      sender={sender}
      title={subjectOf(isAccepted)}
      preview={toPay ? "Il reste à la régler." : "Le détail est dans votre espace."}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {!isAccepted &&
          "La structure d’accueil a répondu à votre demande de réservation. Le motif est dans votre espace."}
        {isAccepted &&
          toPay &&
          "La structure d’accueil a accepté votre demande. La place est gardée le temps de la régler."}
        {isAccepted && !toPay && "La structure d’accueil a accepté votre demande : la place est réservée."}
      </Paragraph>
      <ActionButton href={url}>{toPay ? "Régler dans mon panier" : "Voir mes réservations"}</ActionButton>
    </EmailLayout>
  ),
};
