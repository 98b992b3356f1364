"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { activateAccountAction } from "@/lib/accounts/invitations/actions";
import { NewPasswordField } from "../new-password-field";
import { ExpiredInvitation } from "./expired-invitation";

/** The address is shown for the person, and for password managers to know which account they keep. */
export function ActivateAccountForm({ token, email }: { token: string; email: string }) {
  const { result, post, field, summary } = usePostedForm(activateAccountAction);
  const refusal = result?.ok === false ? result.error : undefined;
  const password = field("password");
  const weakness = refusal?.code === "invalid_input" ? refusal.message : undefined;

  if (refusal?.code === "link_expired") return <ExpiredInvitation />;
  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      <input type="hidden" name="token" value={token} />
      <TextField label="Adresse e-mail" type="email" autoComplete="username" name="email" value={email} readOnly />
      <NewPasswordField email={email} {...password} error={password.error ?? weakness} />
      <SubmitButton variant="primary" wide>
        Ouvrir mon compte
      </SubmitButton>
    </form>
  );
}
