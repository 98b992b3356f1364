"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { closeIncidentAction } from "@/lib/billing/refunds/actions";
import { resolutionWords } from "./office-words";

const options = [
  { value: "", label: "Choisissez" },
  ...Object.entries(resolutionWords).map(([value, label]) => ({ value, label })),
];

type Props = {
  incidentId: number;
  requestId: string;
  /** What the payment was; null where there is none to pay back. */
  amountCents: number | null;
};

/** Closes a task of the régie: what was done, and what was checked; a refund is asked for in the same act. */
export function ResolveForm({ incidentId, requestId, amountCents }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(closeIncidentAction, () => notify("C’est traité."));
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-control border border-line-strong bg-paper px-4 font-semibold hover:bg-sunk">
        Traiter
      </summary>
      <form {...form} className="group mt-3 grid max-w-prose gap-4">
        <FormSummary {...summary} problems={[]} />
        <HiddenFields fields={{ incidentId, requestId }} />
        <SelectField
          id={`suite-${incidentId}`}
          name="resolution"
          label="Ce qui a été fait"
          options={options}
          error={errorOf("resolution")}
        />
        {amountCents !== null && (
          <fieldset className="hidden gap-4 border-l-2 border-line pl-4 group-has-[option[value=refund]:checked]:grid">
            <legend className="sr-only">Remboursement à demander</legend>
            <p className="text-sm text-ink-2">
              La demande part en même temps : la somme est mise de côté, et un autre agent décide.
            </p>
            <TextField
              id={`montant-${incidentId}`}
              name="amount"
              label="Montant à rembourser, en euros"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={(amountCents / 100).toFixed(2).replace(".", ",")}
              error={errorOf("amount")}
              className="max-w-60"
              required={false}
            />
            <TextField
              id={`titulaire-${incidentId}`}
              name="holder"
              label="Titulaire du compte bancaire"
              autoComplete="off"
              error={errorOf("holder")}
              required={false}
            />
            <TextField
              id={`iban-${incidentId}`}
              name="iban"
              label="IBAN"
              autoComplete="off"
              spellCheck={false}
              error={errorOf("iban")}
              required={false}
            />
          </fieldset>
        )}
        <TextArea
          id={`note-${incidentId}`}
          name="note"
          label="Ce que vous avez vérifié"
          maxLength={1000}
          error={errorOf("note")}
        />
        <p>
          <SubmitButton variant="primary" pending={isPending}>
            Marquer comme traité
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}
