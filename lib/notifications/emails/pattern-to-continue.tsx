import { deadlineDayInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "La suite de votre semaine type est à réserver";

export const patternToContinue: EmailTemplate<"pattern-to-continue"> = {
  subject: () => SUBJECT,
  body: ({ url, until }, sender) => (
    <EmailLayout
      sender={sender}
      title={SUBJECT}
      preview={`À réserver avant le ${deadlineDayInWords(new Date(until))}.`}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Vous réservez une semaine type mois par mois. Pour les prochains jours, la date limite approche : réservez avant
        le {deadlineDayInWords(new Date(until))}. Un seul geste suffit.
      </Paragraph>
      <ActionButton href={url}>Réserver la suite</ActionButton>
    </EmailLayout>
  ),
};
