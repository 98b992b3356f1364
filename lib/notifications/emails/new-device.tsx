import { instantInWords } from "@/lib/core/format-date";
import { ActionButton, EmailLayout, Paragraph } from "./email-layout";
import type { EmailTemplate } from "./email-template";

const SUBJECT = "Connexion depuis un nouvel appareil";

export const newDevice: EmailTemplate<"new-device"> = {
  subject: () => SUBJECT,
  body: ({ url, device, at }, sender) => (
    <EmailLayout sender={sender} title={SUBJECT} preview="Si ce n’est pas vous, changez votre mot de passe.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre compte vient d’être ouvert depuis un appareil que nous ne connaissions pas : {device},{" "}
        {instantInWords(new Date(at))}.
      </Paragraph>
      <Paragraph>
        Si c’est vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe :
      </Paragraph>
      <ActionButton href={url}>Changer mon mot de passe</ActionButton>
    </EmailLayout>
  ),
};
