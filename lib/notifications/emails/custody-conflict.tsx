import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Des réservations ne suivent plus le calendrier de garde";

export const custodyConflict: EmailTemplate<"custody-conflict"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Vérifiez les jours réservés par votre foyer.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le calendrier de garde d’un enfant de votre foyer a changé. Des jours que votre foyer a réservés tombent
        maintenant quand l’enfant est dans son autre foyer. Ils restent réservés, et à la charge de votre foyer, tant
        que vous ne les annulez pas. Si le calendrier n’est pas le bon, écrivez à la structure.
      </Paragraph>
      <ActionButton href={url}>Vérifier mes réservations</ActionButton>
    </EmailLayout>
  ),
};
