"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { vouchEmailChangeAction } from "@/lib/accounts/email-change/actions";

type Props = { householdId: string; personId: string };

/** For someone who no longer reads their mailbox: the agent says how they were recognised. */
export function VouchEmailChangeForm(fields: Props) {
  const { form, isPending, errorOf, summary, isDone } = useKeptForm(vouchEmailChangeAction);

  if (isDone) {
    return (
      <Notice tone="success" role="status" title="Un lien est parti à la nouvelle adresse.">
        Le changement se fera quand la personne l’aura ouvert, dans les 24 heures. L’ancienne adresse est prévenue.
      </Notice>
    );
  }
  return (
    <form {...form} className="grid max-w-prose gap-5">
      <FormSummary {...summary} />
      <HiddenFields fields={fields} />
      <TextField
        label="Nouvelle adresse e-mail"
        type="email"
        name="newEmail"
        autoComplete="off"
        error={errorOf("newEmail")}
      />
      <TextArea
        label="Comment vous avez reconnu cette personne"
        name="reason"
        hint="Par exemple : pièce d’identité présentée au guichet. Ce motif reste dans l’historique de la famille."
        error={errorOf("reason")}
      />
      <SubmitButton variant="primary" pending={isPending}>
        Envoyer le lien à la nouvelle adresse
      </SubmitButton>
    </form>
  );
}
