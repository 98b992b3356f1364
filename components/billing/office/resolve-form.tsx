"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { resolveIncidentAction } from "@/lib/payments/actions";
import { resolutionWords } from "./office-words";

const options = [
  { value: "", label: "Choisissez" },
  ...Object.entries(resolutionWords).map(([value, label]) => ({ value, label })),
];

/** Closes a task of the régie: what was done, and what was checked. */
export function ResolveForm({ incidentId }: { incidentId: number }) {
  const { form, isPending, errorOf, summary } = useKeptForm(resolveIncidentAction, () => notify("C’est traité."));
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-control border border-line-strong bg-paper px-4 font-semibold hover:bg-sunk">
        Traiter
      </summary>
      <form {...form} className="mt-3 grid max-w-prose gap-4">
        <FormSummary {...summary} problems={[]} />
        <HiddenFields fields={{ incidentId }} />
        <SelectField
          id={`suite-${incidentId}`}
          name="resolution"
          label="Ce qui a été fait"
          options={options}
          error={errorOf("resolution")}
        />
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
