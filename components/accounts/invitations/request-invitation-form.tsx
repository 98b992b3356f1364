"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { requestInvitationAction } from "@/lib/accounts/invitations/actions";

export function RequestInvitationForm() {
  const { result, post, field, summary } = usePostedForm(requestInvitationAction);

  if (result?.ok) {
    return (
      <Notice tone="success" role="status" title="Si cette adresse est connue, un message vient de partir.">
        Il contient un lien valable sept jours. Pensez à regarder dans les courriers indésirables.
      </Notice>
    );
  }
  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      <TextField label="Adresse e-mail" type="email" autoComplete="username" {...field("email")} />
      <SubmitButton variant="primary" wide>
        Recevoir mon lien
      </SubmitButton>
    </form>
  );
}
