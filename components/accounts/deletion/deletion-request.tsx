"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { requestDeletionAction, withdrawDeletionAction } from "@/lib/accounts/deletion/actions";

/** Asked with the password: nothing brings an account back. */
export function DeletionForm({ householdId }: { householdId: string }) {
  const { form, isPending, errorOf, summary } = useKeptForm(requestDeletionAction);
  return (
    <form {...form} className="grid gap-5">
      <FormSummary {...summary} />
      <HiddenFields fields={{ householdId }} />
      <TextArea
        label="Votre message à la structure"
        name="message"
        optional
        maxLength={1000}
        error={errorOf("message")}
      />
      <PasswordField
        name="currentPassword"
        label="Votre mot de passe"
        autoComplete="current-password"
        error={errorOf("currentPassword")}
      />
      <SubmitButton variant="danger" pending={isPending}>
        Demander la suppression de mes données
      </SubmitButton>
    </form>
  );
}

/** While nobody has answered, one may change one's mind. */
export function WaitingDeletion({ since }: { since: string }) {
  const { result, post } = usePostedForm(withdrawDeletionAction);
  return (
    <div className="grid gap-3">
      {result?.ok === false && <Notice tone="error" role="alert" title={result.error.message} />}
      <Notice
        tone="info"
        role="status"
        title="Votre demande est envoyée."
        action={
          <form action={post}>
            <SubmitButton>Retirer ma demande</SubmitButton>
          </form>
        }
      >
        Envoyée {since}. La structure vous répondra par e-mail, dans un mois au plus.
      </Notice>
    </div>
  );
}
