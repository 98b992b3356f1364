"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { formatEuros } from "@/lib/core/money";
import { closeDayAction } from "@/lib/payments/actions";

type Props = { revenueOfficeId: string; office: string; cashCents: number };

/** Counts the drawer and closes the day; a difference is explained. */
export function CloseDayForm({ revenueOfficeId, office, cashCents }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(closeDayAction, () => notify("La journée est arrêtée."));
  const ids = { cash: `caisse-${revenueOfficeId}`, note: `ecart-${revenueOfficeId}` };
  return (
    <form {...form} className="grid gap-3">
      <FormSummary {...summary} problems={[]} />
      <HiddenFields fields={{ revenueOfficeId }} />
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          id={ids.cash}
          name="countedCash"
          label="Espèces comptées"
          inputMode="decimal"
          autoComplete="off"
          hint={`Enregistré : ${formatEuros(cashCents)}`}
          error={errorOf("countedCash")}
          className="w-44"
        />
        <TextField
          id={ids.note}
          name="note"
          label="Écart, remarque"
          optional
          maxLength={500}
          error={errorOf("note")}
          className="min-w-56 grow"
        />
        <SubmitButton variant="primary" pending={isPending} className="sm:mt-7.5">
          Arrêter<span className="sr-only"> : {office}</span>
        </SubmitButton>
      </div>
    </form>
  );
}
