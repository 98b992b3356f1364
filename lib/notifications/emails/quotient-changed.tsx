import { dateInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Ce qui sert à calculer vos tarifs a changé";

export const quotientChanged: EmailTemplate<"quotient-changed"> = {
  subject: () => SUBJECT,
  body: ({ url, from }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Vos prochaines réservations suivent le nouveau tarif.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Les informations qui servent à calculer vos tarifs ont été mises à jour. Les jours que vous réserverez à partir
        du {dateInWords(from)} suivent le nouveau tarif ; le prix de ce qui est déjà réservé ne change pas. Dans le
        calendrier, « Pourquoi ce prix ? » en donne le détail.
      </Paragraph>
      <ActionButton href={url}>Voir mes tarifs</ActionButton>
    </EmailLayout>
  ),
};
