"use client";

import { FormSummary } from "@/components/form/form-summary";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { resetPasswordAction } from "@/lib/accounts/actions";
import { passwordAdvice } from "@/lib/accounts/rules";
import { ExpiredLink } from "./expired-link";

/** The address is shown for the person, and for password managers to know which account they update. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const { result, post, field, summary } = usePostedForm(resetPasswordAction);
  const refusal = result?.ok === false ? result.error : undefined;
  const password = field("password");
  const weakness = refusal?.code === "invalid_input" ? refusal.message : undefined;

  if (refusal?.code === "link_expired") return <ExpiredLink />;
  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      <input type="hidden" name="token" value={token} />
      <TextField label="Adresse e-mail" type="email" autoComplete="username" name="email" value={email} readOnly />
      <PasswordField
        label="Nouveau mot de passe"
        autoComplete="new-password"
        {...password}
        error={password.error ?? weakness}
      />
      <div className="text-sm text-ink-2">
        <p>Au choix :</p>
        <ul className="list-disc pl-5">
          {passwordAdvice.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      </div>
      <SubmitButton variant="primary" wide>
        Changer mon mot de passe
      </SubmitButton>
    </form>
  );
}
