"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Button } from "@/components/ui/button";
import { submitEnrollmentAction } from "@/lib/enrollments/actions";

type Props = {
  fields: { householdId: string; childId: string; activityId: string };
  periods: { key: string; label: string }[];
  /** The period that was asked already. */
  chosen?: string;
  /** Papers that are still to be sent. */
  missing: number;
};

/** For which period; then the request leaves, or is kept. */
export function AskForm({ fields, periods, chosen, missing }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(submitEnrollmentAction);
  return (
    <form {...form} className="grid gap-5">
      <FormSummary {...summary} />
      <HiddenFields fields={fields} />
      <SelectField
        label="Pour quelle période ?"
        name="period"
        options={periods.map(({ key, label }) => ({ value: key, label }))}
        defaultValue={chosen}
        error={errorOf("period")}
        className="max-w-md"
      />
      {missing > 0 && (
        <p className="text-sm text-ink-2">
          Vous pouvez envoyer votre demande maintenant : elle attendra {missing > 1 ? "les pièces" : "la pièce"} qui{" "}
          {missing > 1 ? "manquent" : "manque"}.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="primary" pending={isPending}>
          Envoyer ma demande
        </SubmitButton>
        <Button type="submit" name="send" value="draft">
          Enregistrer le brouillon
        </Button>
      </div>
    </form>
  );
}
