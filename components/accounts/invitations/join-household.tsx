"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { joinHouseholdAction } from "@/lib/accounts/invitations/actions";
import { ExpiredInvitation } from "./expired-invitation";

type Props = { token: string; email: string; signedIn: { displayName: string; email: string } | undefined };

/** Someone who has an account already: they sign in, then say themselves that they join. */
export function JoinHousehold({ token, email, signedIn }: Props) {
  const { result, post } = usePostedForm(joinHouseholdAction);
  const refusal = result?.ok === false ? result.error : undefined;

  if (refusal?.code === "link_expired") return <ExpiredInvitation />;
  if (!signedIn) {
    return (
      <>
        <p>
          L’adresse <strong className="wrap-anywhere">{email}</strong> a déjà un compte. Connectez-vous pour rejoindre
          ce foyer avec : vous passerez ensuite d’un foyer à l’autre depuis le haut de la page.
        </p>
        <ButtonLink
          href={`/connexion?${new URLSearchParams({ retour: `/activation/${token}` })}`}
          variant="primary"
          wide
        >
          Me connecter
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      {refusal && <Notice tone="error" role="alert" title={refusal.message} />}
      <p>
        Vous êtes connecté comme <strong>{signedIn.displayName}</strong> (
        <span className="wrap-anywhere">{signedIn.email}</span>). Ce foyer s’ajoutera à ceux de votre compte, qui
        restent séparés : chacun garde son adresse, ses paiements et ses documents.
      </p>
      <form action={post}>
        <HiddenFields fields={{ token }} />
        <SubmitButton variant="primary" wide>
          Rejoindre ce foyer avec mon compte
        </SubmitButton>
      </form>
      <form method="post" action="/deconnexion">
        <Button type="submit" wide>
          Ce n’est pas mon compte : me déconnecter
        </Button>
      </form>
    </>
  );
}
