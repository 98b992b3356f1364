import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre attestation fiscale est prête";

export const taxCertificateReady: EmailTemplate<"tax-certificate-ready"> = {
  subject: () => SUBJECT,
  body: ({ url }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Elle vous attend dans votre espace.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        L’attestation des frais de garde que vous avez payés l’an dernier, pour votre déclaration de revenus, vous
        attend dans votre espace. Vous pouvez la télécharger quand vous voulez.
      </Paragraph>
      <ActionButton href={url}>Télécharger mon attestation</ActionButton>
    </EmailLayout>
  ),
};
