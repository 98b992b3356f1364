import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export function ExpiredInvitation() {
  return (
    <Notice
      tone="warning"
      title="Ce lien a expiré ou a déjà servi."
      action={
        <>
          <ButtonLink href="/activation">Recevoir un nouveau lien</ButtonLink>
          <ButtonLink href="/connexion">Me connecter</ButtonLink>
        </>
      }
    >
      Un lien est valable sept jours et ne sert qu’une fois. Si votre compte est déjà ouvert, connectez-vous.
    </Notice>
  );
}
