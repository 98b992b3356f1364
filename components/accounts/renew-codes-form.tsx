"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { renewRecoveryCodesAction } from "@/lib/accounts/second-factor/actions";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";

export function RenewCodesForm() {
  const { result, post, field, summary } = usePostedForm(renewRecoveryCodesAction);

  if (result?.ok) return <RecoveryCodes codes={result.data as string[]} />;
  return (
    <form action={post} noValidate className="grid gap-4">
      <FormSummary {...summary} />
      <CodeField {...field("code")} hint="Celui que votre application affiche maintenant." />
      <p>
        <SubmitButton>Obtenir dix nouveaux codes</SubmitButton>
      </p>
    </form>
  );
}
