import { instantInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Les réservations ouvrent bientôt";

export const bookingsOpening: EmailTemplate<"bookings-opening"> = {
  subject: () => SUBJECT,
  body: ({ activity, at, url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview={activity}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {activity} : les réservations ouvrent le {instantInWords(new Date(at))}. Le calendrier de vos enfants montre
        déjà les jours concernés.
      </Paragraph>
      <ActionButton href={url}>Voir ces jours</ActionButton>
    </EmailLayout>
  ),
};
