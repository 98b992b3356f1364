"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { inviteGuardianAction } from "@/lib/accounts/invitations/actions";

type Props = { householdId: string; personId: string; firstName: string; email: string; isInvited: boolean };

/** The other guardian gets rights of their own: a link by e-mail opens their account. */
export function InviteGuardian({ firstName, email, isInvited, ...fields }: Props) {
  const { post, field, summary } = usePostedForm(inviteGuardianAction);
  const { name, defaultValue, error } = field("email");
  const id = `invitation-${fields.personId}`;
  return (
    <form action={post} noValidate className="grid gap-3 border-t border-line bg-primary-soft/50 p-4 sm:p-5">
      <h3 className="text-base font-semibold">
        {isInvited ? `${firstName} a reçu une invitation` : `Inviter ${firstName} sur le portail`}
      </h3>
      <p className="text-sm text-ink-2">
        {isInvited
          ? "Son lien est valable sept jours. S’il est perdu, envoyez-en un autre."
          : "Un lien par e-mail lui permettra de choisir son mot de passe, puis de réserver et de payer comme vous."}
      </p>
      <FormSummary {...summary} />
      <HiddenFields fields={fields} />
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id={id}
          name={name}
          label="Son adresse e-mail"
          type="email"
          autoComplete="off"
          defaultValue={defaultValue ?? email}
          error={error}
          className="grow basis-64"
        />
        <SubmitButton>{isInvited ? "Envoyer un nouveau lien" : "Envoyer l’invitation"}</SubmitButton>
      </div>
    </form>
  );
}
