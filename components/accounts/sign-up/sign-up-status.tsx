import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { OwnSignUp } from "@/lib/accounts/sign-up/queries";
import type { SignUpStep } from "@/lib/accounts/sign-up/rules";
import { DiscardForm } from "./discard-form";
import { pathOf } from "./step-names";

type Props = { signUp: OwnSignUp; next: SignUpStep };

/** Where the request stands that was begun in this browser. */
export function SignUpStatus({ signUp: { status, email, question, reason }, next }: Props) {
  switch (status) {
    case "draft":
      return (
        <Card className="grid gap-4 p-5 sm:p-6">
          <Notice
            tone="info"
            title="Votre demande n’est pas encore envoyée."
            action={
              <ButtonLink href={pathOf(next)} variant="primary">
                Reprendre ma demande
              </ButtonLink>
            }
          >
            Ce que vous avez saisi est enregistré.
          </Notice>
          <DiscardForm label="Effacer et recommencer" />
        </Card>
      );
    case "information_requested":
      return (
        <Notice
          tone="warning"
          title="La structure vous demande une précision."
          action={
            <ButtonLink href={pathOf("recapitulatif")} variant="primary">
              Répondre et compléter
            </ButtonLink>
          }
        >
          <p className="whitespace-pre-line">{question}</p>
        </Notice>
      );
    case "submitted":
      return (
        <Card className="grid gap-4 p-5 sm:p-6">
          <Notice tone="success" role="status" title="Votre demande est envoyée. Elle est en attente de validation.">
            La structure la vérifie et vous répond par e-mail.
          </Notice>
          <div>
            <h2 className="text-base">Et maintenant ?</h2>
            <ol className="mt-2 grid list-decimal gap-1.5 pl-5 text-ink-2">
              <li>
                Un message de confirmation part à <strong className="break-words text-ink">{email}</strong>. Pensez à
                regarder dans les courriers indésirables.
              </li>
              <li>Un agent lit votre demande et, s’il le faut, vous demande une précision.</li>
              <li>Quand elle est acceptée, vous recevez un lien valable sept jours pour ouvrir votre compte.</li>
            </ol>
          </div>
          <DiscardForm label="Faire une autre demande depuis cet appareil" />
        </Card>
      );
    case "approved":
      return (
        <Notice
          tone="success"
          title="Votre demande est acceptée."
          action={<ButtonLink href="/activation">Recevoir un nouveau lien</ButtonLink>}
        >
          Ouvrez le lien d’activation que nous vous avons envoyé par e-mail.
        </Notice>
      );
    case "refused":
      return (
        <Card className="grid gap-4 p-5 sm:p-6">
          <Notice tone="error" title="Votre demande n’a pas pu être acceptée.">
            <p className="whitespace-pre-line">{reason}</p>
          </Notice>
          <DiscardForm label="Faire une nouvelle demande" />
        </Card>
      );
  }
}
