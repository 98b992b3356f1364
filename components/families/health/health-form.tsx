"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { ButtonLink } from "@/components/ui/button";
import { saveHealthSectionAction } from "@/lib/families/health/actions";
import type { HealthView } from "@/lib/families/health/queries";
import type { HealthSectionName } from "@/lib/families/health/rules";
import { HealthFields } from "./health-fields";

type Props = { section: HealthSectionName; view: HealthView; backTo: string };

/** One section of the record to write, saved alone. */
export function HealthForm({ section, view, backTo }: Props) {
  const { form, errorOf, summary, isPending } = useKeptForm(saveHealthSectionAction);
  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ section, childId: view.childId }} />
      <HealthFields section={section} view={view} errorOf={errorOf} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="primary" pending={isPending}>
          Enregistrer
        </SubmitButton>
        <ButtonLink href={backTo} scroll={false}>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
