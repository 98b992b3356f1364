import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

/** A long closure is told by its first days; the calendar shows them all. */
const SHOWN = 5;

export const slotClosed: EmailTemplate<"slot-closed"> = {
  subject: ({ days }) => `Fermeture : ${daysInWords(days)}`,
  body: ({ url, reason, services, days }, sender) => (
    <EmailLayout sender={sender} title="Un service est fermé" preview={reason}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {services.join(", ")} : fermé {days.slice(0, SHOWN).join(", ")}
        {days.length > SHOWN && ` et ${days.length - SHOWN} autres jours`}. Motif : {reason}
      </Paragraph>
      <Paragraph>
        Vos réservations de ces jours sont annulées sans frais. Ce qui avait été payé d’avance est remis sur votre
        compte et sera déduit de votre prochain panier. Vous n’avez rien à faire.
      </Paragraph>
      <ActionButton href={url}>Voir mon calendrier</ActionButton>
    </EmailLayout>
  ),
};

const daysInWords = ([first, ...others]: string[]) =>
  others.length > 0 ? `${first} et d’autres jours` : (first ?? "");
