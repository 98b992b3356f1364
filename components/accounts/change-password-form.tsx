"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { changePasswordAction, postNewPasswordAction } from "@/lib/accounts/actions";
import { type ChangePasswordInput, changePasswordInputOf } from "@/lib/accounts/input";
import { NewPasswordField } from "./new-password-field";

/** Checked as one types; posted by the browser itself before, or without, JavaScript. */
export function ChangePasswordForm({ email }: { email: string }) {
  const [isChanged, setChanged] = useState(false);
  const posted = usePostedForm(postNewPasswordAction);
  const checked = useActionForm({
    schema: changePasswordInputOf({ email }),
    action: changePasswordAction,
    defaultValues: { currentPassword: "", newPassword: "" },
    onSuccess: () => setChanged(true),
  });

  const { field: answered, summary } = checked.summary.attempt ? checked : posted;
  const field = (name: keyof ChangePasswordInput) => ({ ...checked.field(name), error: answered(name).error });

  if (isChanged || posted.result?.ok) return <PasswordChanged />;
  return (
    <form action={posted.post} onSubmit={checked.submit} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label="Mot de passe actuel" autoComplete="current-password" {...field("currentPassword")} />
      <NewPasswordField email={email} {...field("newPassword")} />
      <SubmitButton variant="primary" pending={checked.isSubmitting}>
        Changer mon mot de passe
      </SubmitButton>
    </form>
  );
}

/** Takes the place of the form, and the focus that was in it. */
function PasswordChanged() {
  return (
    <div ref={takeFocus} tabIndex={-1}>
      <Notice tone="success" role="status" title="Votre mot de passe est modifié.">
        Cet appareil reste connecté, les autres ont été déconnectés. Un message de confirmation vient de vous être
        envoyé.
      </Notice>
    </div>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();
