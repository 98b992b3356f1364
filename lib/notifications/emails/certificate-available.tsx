import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre attestation fiscale est disponible";

export const certificateAvailable: EmailTemplate<"certificate-available"> = {
  subject: () => SUBJECT,
  body: ({ url, year }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview={`Pour votre déclaration de revenus ${year}.`}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        L’attestation de vos frais de garde payés en {year} est prête. Vous en aurez besoin pour votre déclaration de
        revenus : gardez-la, le service des impôts peut la demander.
      </Paragraph>
      <ActionButton href={url}>Voir mes attestations</ActionButton>
    </EmailLayout>
  ),
};
