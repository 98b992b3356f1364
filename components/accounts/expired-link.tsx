import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export function ExpiredLink() {
  return (
    <Notice
      tone="warning"
      title="Ce lien a expiré ou a déjà servi."
      action={<ButtonLink href="/mot-de-passe-oublie">Demander un nouveau lien</ButtonLink>}
    >
      Un lien est valable une heure et ne sert qu’une fois.
    </Notice>
  );
}
