import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

export const refundDecided: EmailTemplate<"refund-decided"> = {
  subject: ({ outcome }) =>
    outcome === "paid" ? "Votre remboursement est versé" : "Réponse à votre demande de remboursement",
  body: ({ outcome, url }, sender) => (
    <EmailLayout
      sender={sender}
      title={outcome === "paid" ? "Votre remboursement est versé" : "Votre demande n’a pas été acceptée"}
      preview="Le détail vous attend sur le portail famille."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {outcome === "paid"
          ? "Le remboursement que vous aviez demandé est parti vers votre compte bancaire. Comptez deux à trois jours ouvrés."
          : "La régie n’a pas accepté votre demande de remboursement. La somme est de nouveau disponible sur votre compte, et le motif vous attend sur le portail."}
      </Paragraph>
      <ActionButton href={url}>Voir mon compte</ActionButton>
    </EmailLayout>
  ),
};
