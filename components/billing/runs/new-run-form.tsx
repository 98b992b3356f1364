"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { prepareRunAction } from "@/lib/billing/runs/actions";

type Props = {
  offices: { id: string; name: string }[];
  /** Last month, and a due date a month ahead. */
  defaults: { periodFrom: string; periodTo: string; dueOn: string };
};

/** Draws up a run: nothing is issued before its preview has been looked at. */
export function NewRunForm({ offices, defaults }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(prepareRunAction);
  const [only] = offices.length === 1 ? offices : [];
  const choices = offices.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <SelectField
          name="revenueOfficeId"
          label="Régie"
          options={only ? choices : [{ value: "", label: "Choisir une régie" }, ...choices]}
          error={errorOf("revenueOfficeId")}
          className="sm:col-span-2 xl:col-span-1"
        />
        <TextField
          name="periodFrom"
          label="Du"
          type="date"
          defaultValue={defaults.periodFrom}
          error={errorOf("periodFrom")}
        />
        <TextField
          name="periodTo"
          label="Au"
          type="date"
          defaultValue={defaults.periodTo}
          error={errorOf("periodTo")}
        />
        <TextField
          name="dueOn"
          label="À payer avant le"
          type="date"
          defaultValue={defaults.dueOn}
          error={errorOf("dueOn")}
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="sr-only">Options</legend>
        <Option name="creditsAdjustments" defaultChecked>
          Régulariser par un avoir ce qui a été facturé et n’est plus dû (absence justifiée ensuite, prix corrigé)
        </Option>
        <Option name="carriesSmall">
          Reporter au prochain passage les familles sous le seuil d’un titre (15 € sauf réglage contraire, CGCT D1611-1)
        </Option>
      </fieldset>
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          Préparer l’aperçu
        </SubmitButton>
      </div>
    </form>
  );
}

function Option({ name, defaultChecked, children }: { name: string; defaultChecked?: boolean; children: string }) {
  return (
    <label className="flex items-start gap-3">
      <input
        type="checkbox"
        name={name}
        defaultChecked={defaultChecked}
        className="mt-0.5 size-5 shrink-0 accent-primary"
      />
      <span>{children}</span>
    </label>
  );
}
