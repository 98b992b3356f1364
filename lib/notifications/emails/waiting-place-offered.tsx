import { deadlineDayInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Une place s’est libérée";

export const waitingPlaceOffered: EmailTemplate<"waiting-place-offered"> = {
  subject: () => SUBJECT,
  body: ({ url, until }, sender) => (
    <EmailLayout
      sender={sender}
      title={SUBJECT}
      preview={`À accepter avant le ${deadlineDayInWords(new Date(until))}.`}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Une place s’est libérée sur un créneau où vous êtes en liste d’attente. Elle vous est gardée jusqu’au{" "}
        {deadlineDayInWords(new Date(until))} ; ensuite, elle sera proposée à la famille suivante.
      </Paragraph>
      <ActionButton href={url}>Répondre</ActionButton>
    </EmailLayout>
  ),
};
