"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { confirmEmailChangeAction, refuseEmailChangeAction } from "@/lib/accounts/email-change/actions";

type Asked = { side: "old" | "new"; oldEmail: string; newEmail: string; isConfirmed: boolean };
type Props = {
  token: string;
  /** Absent once the link has served, or expired. */
  asked: Asked | undefined;
};

/** What the reader of one of the two mailboxes answers; a mail filter that only looks decides nothing. */
export function AnswerEmailChange({ token, asked }: Props) {
  const confirm = usePostedForm(confirmEmailChangeAction);
  const refuse = usePostedForm(refuseEmailChangeAction);
  const refusal = [confirm.result, refuse.result].find((result) => result?.ok === false);

  if (refuse.result?.ok) return <Refused />;
  if (confirm.result?.ok) return <Confirmed done={confirm.result.data as Done} />;
  if (!asked) return <Expired />;
  const { side, oldEmail, newEmail, isConfirmed } = asked;
  return (
    <div className="grid gap-5">
      {refusal?.ok === false && <Notice tone="error" role="alert" title={refusal.error.message} />}
      <dl className="grid gap-3">
        {side === "old" && <Address label="Adresse actuelle">{oldEmail}</Address>}
        <Address label="Nouvelle adresse">{newEmail}</Address>
      </dl>
      {!isConfirmed && (
        <form action={confirm.post}>
          <HiddenFields fields={{ token }} />
          <SubmitButton variant="primary" wide>
            {side === "old" ? "C’est bien moi : confirmer" : "Confirmer cette adresse"}
          </SubmitButton>
        </form>
      )}
      <form action={refuse.post}>
        <HiddenFields fields={{ token }} />
        <SubmitButton variant="danger" wide>
          Ce n’est pas moi : refuser
        </SubmitButton>
      </form>
    </div>
  );
}

type Done = { isDone: boolean; newEmail: string; isSignedIn: boolean };

function Confirmed({ done: { isDone, newEmail, isSignedIn } }: { done: Done }) {
  if (!isDone) {
    return (
      <Notice tone="info" role="status" title="Merci, c’est noté.">
        Ouvrez maintenant le lien envoyé à l’autre adresse : le changement se fera alors.
      </Notice>
    );
  }
  return (
    <Notice
      tone="success"
      role="status"
      title="Votre adresse est modifiée."
      action={
        <ButtonLink href={isSignedIn ? "/mon-compte" : "/connexion"} variant="primary">
          {isSignedIn ? "Retour à mon compte" : "Me connecter"}
        </ButtonLink>
      }
    >
      Connectez-vous désormais avec <span className="wrap-anywhere">{newEmail}</span> et le même mot de passe.
    </Notice>
  );
}

function Refused() {
  return (
    <Notice
      tone="success"
      role="status"
      title="Le changement est refusé : rien n’a été modifié."
      action={<ButtonLink href="/mot-de-passe-oublie">Choisir un nouveau mot de passe</ButtonLink>}
    >
      Si quelqu’un d’autre peut connaître votre mot de passe, choisissez-en un nouveau maintenant.
    </Notice>
  );
}

function Expired() {
  return (
    <Notice
      tone="warning"
      title="Ce lien a expiré ou a déjà servi."
      action={<ButtonLink href="/mon-compte">Ouvrir mon compte</ButtonLink>}
    >
      Un lien est valable 24 heures. Depuis votre compte, vous pouvez en demander d’autres.
    </Notice>
  );
}

function Address({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="font-semibold wrap-anywhere">{children}</dd>
    </div>
  );
}
