import { EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Votre second facteur a été retiré";

export const secondFactorReset: EmailTemplate<"second-factor-reset"> = {
  subject: () => SUBJECT,
  body: (_, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Vous en mettrez un autre en place à la prochaine connexion.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un administrateur a retiré le second facteur de votre compte d’agent. Vos sessions ont été fermées ; à la
        prochaine connexion, vous en mettrez un autre en place.
      </Paragraph>
      <Paragraph>Si vous ne l’avez pas demandé, prévenez tout de suite l’administrateur du portail.</Paragraph>
    </EmailLayout>
  ),
};
