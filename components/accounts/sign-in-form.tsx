"use client";

import { FormSummary } from "@/components/form/form-summary";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { signInAction } from "@/lib/auth/actions";

/** `retour` is the page that was asked for before signing in. */
export function SignInForm({ retour }: { retour: string | undefined }) {
  const { post, field, summary } = usePostedForm(signInAction);

  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      {retour && <input type="hidden" name="retour" value={retour} />}
      <TextField label="Adresse e-mail" type="email" autoComplete="username" {...field("email")} />
      <PasswordField label="Mot de passe" autoComplete="current-password" {...field("password")} />
      <SubmitButton variant="primary" wide>
        Se connecter
      </SubmitButton>
    </form>
  );
}
