"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { cancelReceiptAction } from "@/lib/billing/counter/actions";

/** Withdraws a quittance of the day, with the reason that will be read on it. */
export function CancelReceiptForm({ paymentId }: { paymentId: string }) {
  const { form, isPending, errorOf, summary } = useKeptForm(cancelReceiptAction);
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-control border border-cancel-line bg-paper px-4 font-semibold text-cancel hover:bg-cancel-soft">
        Annuler cette quittance…
      </summary>
      <form {...form} className="mt-3 grid max-w-prose gap-4">
        <FormSummary {...summary} />
        <HiddenFields fields={{ paymentId }} />
        <TextArea
          name="reason"
          label="Motif, qui sera écrit sur la quittance"
          hint="Le numéro reste dans le journal avec la mention « annulée ». Ce qu’elle réglait est de nouveau dû."
          maxLength={300}
          error={errorOf("reason")}
        />
        <p>
          <SubmitButton variant="danger" pending={isPending}>
            Annuler la quittance
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}
