"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { setFieldPoliciesAction } from "@/lib/families/actions";

const options = [
  { value: "free", label: "Libre : enregistré aussitôt" },
  { value: "moderated", label: "Vérifié : un agent valide" },
  { value: "locked", label: "Fermé : la structure seule" },
];

type Props = { policies: { field: string; label: string; policy: string }[] };

/** How families change each field: one list per field, saved together. */
export function FieldPoliciesForm({ policies }: Props) {
  const { result, post, field, summary } = usePostedForm(setFieldPoliciesAction);
  return (
    <form action={post} className="grid gap-5">
      <FormSummary {...summary} />
      {result?.ok && <Notice tone="success" role="status" title="Les règles sont enregistrées." />}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {policies.map(({ field: name, label, policy }) => (
          <SelectField
            key={`${name} ${policy}`}
            label={label}
            options={options}
            {...field(name)}
            defaultValue={policy}
          />
        ))}
      </div>
      <div>
        <SubmitButton variant="primary">Enregistrer</SubmitButton>
      </div>
    </form>
  );
}
