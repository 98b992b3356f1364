"use client";

import { FormSummary } from "@/components/form/form-summary";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { type PostedAction, usePostedForm } from "@/components/form/use-posted-form";

/** Sends the total on screen with the order: another total is refused, never charged. */
export function PayForm({ fields, pay }: { fields: Fields; pay: PostedAction }) {
  const { post, summary } = usePostedForm(pay);
  return (
    <form action={post} className="grid gap-3">
      <FormSummary {...summary} />
      <HiddenFields fields={fields} />
      <SubmitButton variant="primary" wide>
        Valider mes réservations avec prépaiement
      </SubmitButton>
    </form>
  );
}
