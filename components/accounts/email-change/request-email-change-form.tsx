"use client";

import { FormSummary } from "@/components/form/form-summary";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { requestEmailChangeAction } from "@/lib/accounts/email-change/actions";

/** Another address: asked with the password, so that a portal left open is not an account given away. */
export function RequestEmailChangeForm({ isAgain }: { isAgain: boolean }) {
  const { form, isPending, errorOf, summary } = useKeptForm(requestEmailChangeAction, (form) => form.reset());

  return (
    <details className="group" open={summary.attempt ? true : undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-control border border-line-strong bg-paper px-4 py-1.5 font-semibold hover:border-primary hover:text-primary-strong">
        {isAgain ? "Envoyer d’autres liens" : "Changer mon adresse"}
      </summary>
      <form {...form} className="mt-4 grid gap-5">
        <FormSummary {...summary} />
        <TextField
          label="Nouvelle adresse e-mail"
          type="email"
          name="newEmail"
          autoComplete="email"
          error={errorOf("newEmail")}
          hint="Un lien sera envoyé à cette adresse et à l’actuelle : confirmez aux deux."
        />
        <PasswordField
          id="emailPassword"
          name="currentPassword"
          label="Votre mot de passe"
          autoComplete="current-password"
          error={errorOf("currentPassword")}
        />
        <SubmitButton variant="primary" pending={isPending}>
          Envoyer les deux liens
        </SubmitButton>
      </form>
    </details>
  );
}
