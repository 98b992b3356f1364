import { dateInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Un départ a eu lieu après l’heure de fermeture";

export const latePickup: EmailTemplate<"late-pickup"> = {
  subject: () => SUBJECT,
  body: ({ date, url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Ce qui a été noté est dans votre espace.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le {dateInWords(date)}, un de vos enfants est parti après la fin de l’accueil. L’équipe l’a noté ; ce qui en
        résulte se lit dans votre espace, au jour concerné.
      </Paragraph>
      <Paragraph>Si c’est une erreur, écrivez-nous depuis votre espace.</Paragraph>
      <ActionButton href={url}>Voir ce jour</ActionButton>
    </EmailLayout>
  ),
};
