import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre demande de réservation est restée sans réponse";

/** Those of a whole holiday are told by the first ones; the calendar shows them all. */
const SHOWN = 5;

export const requestsUnanswered: EmailTemplate<"requests-unanswered"> = {
  subject: () => SUBJECT,
  body: ({ places, url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="La place n’est pas réservée.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        La structure d’accueil n’a pas répondu avant le début du service à votre demande :{" "}
        {places.slice(0, SHOWN).join("\u00a0; ")}
        {places.length > SHOWN && `\u00a0; et ${places.length - SHOWN} autres`}.
      </Paragraph>
      <Paragraph>
        La place n’est pas réservée, votre enfant n’y est pas attendu, et rien ne vous est demandé. Si vous comptiez sur
        ce service, appelez la structure dès maintenant.
      </Paragraph>
      <ActionButton href={url}>Voir mes réservations</ActionButton>
    </EmailLayout>
  ),
};
