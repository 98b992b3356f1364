"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { activateAgentAction } from "@/lib/accounts/agents/actions";
import { NewPasswordField } from "./new-password-field";

export function ActivateAgentForm({ token, email }: { token: string; email: string }) {
  const { post, field, summary } = usePostedForm(activateAgentAction);

  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      <input type="hidden" name="token" value={token} />
      <TextField label="Adresse e-mail" type="email" autoComplete="username" name="email" value={email} readOnly />
      <TextField label="Prénom et nom" autoComplete="name" {...field("displayName")} />
      <NewPasswordField email={email} {...field("password")} />
      <SubmitButton variant="primary" wide>
        Ouvrir mon accès
      </SubmitButton>
    </form>
  );
}
