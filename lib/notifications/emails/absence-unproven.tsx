import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Le justificatif d’une absence n’est pas arrivé";

export const absenceUnproven: EmailTemplate<"absence-unproven"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="L’absence reste facturée.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Vous aviez déclaré une absence, et le délai pour envoyer son justificatif est passé : elle reste facturée.
      </Paragraph>
      <Paragraph>
        Vous avez ce justificatif ? Écrivez à la structure d’accueil dans les jours qui viennent : elle peut encore en
        tenir compte.
      </Paragraph>
      <ActionButton href={url}>Voir mes réservations</ActionButton>
    </EmailLayout>
  ),
};
