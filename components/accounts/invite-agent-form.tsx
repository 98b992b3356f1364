"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { inviteAgentAction } from "@/lib/accounts/agents/actions";
import { PostedAnswer } from "./posted-answer";
import { RoleSelect, RolesHelp } from "./role-select";

export function InviteAgentForm() {
  const { result, post, field, summary } = usePostedForm(inviteAgentAction);

  return (
    <form action={post} noValidate className="grid gap-4">
      {result?.ok ? <PostedAnswer result={result} success="L’invitation est partie." /> : <FormSummary {...summary} />}
      <TextField label="Adresse e-mail" type="email" autoComplete="off" {...field("email")} />
      <RoleSelect id="role" label="Rôle" error={field("role").error} />
      <RolesHelp />
      <p>
        <SubmitButton variant="primary">Inviter</SubmitButton>
      </p>
    </form>
  );
}
