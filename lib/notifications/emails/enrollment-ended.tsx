import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Une inscription prend fin";

export const enrollmentEnded: EmailTemplate<"enrollment-ended"> = {
  subject: () => SUBJECT,
  body: ({ activity, lastDay, hasCancelled, url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview={activity}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {activity} : l’inscription de votre enfant prend fin le {lastDay}, dernier jour compris.
      </Paragraph>
      {hasCancelled && (
        <Paragraph>
          Les jours réservés après cette date sont annulés. Ce que vous aviez payé d’avance est revenu sur votre compte.
        </Paragraph>
      )}
      <ActionButton href={url}>Voir mes réservations</ActionButton>
    </EmailLayout>
  ),
};
