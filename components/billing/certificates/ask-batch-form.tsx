"use client";

import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { askBatchAction } from "@/lib/billing/certificates/batches/actions";

/** The certificates of every family, made in the background: the form gives way to how far it is. */
export function AskBatchForm({ years }: { years: number[] }) {
  const { form, isPending, errorOf, summary } = useKeptForm(askBatchAction);
  const problem = errorOf("year") ?? summary.message;
  return (
    <form {...form} className="grid gap-3">
      <p className="max-w-prose text-ink-2">
        Un PDF par enfant et une liste qui en fait le total, dans une archive ZIP. Une attestation déjà établie garde
        son numéro si les comptes n’ont pas changé depuis.
      </p>
      {problem && <Notice tone="error" role="alert" title={problem} />}
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          name="year"
          label="Année"
          options={years.map((year) => ({ value: `${year}`, label: `${year}` }))}
        />
        <SubmitButton variant="primary" pending={isPending}>
          Établir les attestations
        </SubmitButton>
      </div>
    </form>
  );
}
