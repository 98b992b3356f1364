"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { recordQuotientAction, setTariffCategoryAction } from "@/lib/families/pricing/actions";
import { categories, sources } from "./pricing-words";

type Props = { householdId: string; tariffCategory: keyof typeof categories; today: string };

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** What an agent changes of what prices depend on; the family is told, without the figures. */
export function PricingForms(props: Props) {
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-9 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
        Modifier le tarif ou le quotient
      </summary>
      <div className="mt-2 grid gap-5 border-t border-line pt-4">
        <QuotientForm {...props} />
        <CategoryForm {...props} />
        <p className="text-sm text-ink-2">
          La famille reçoit un message, sans les chiffres. Ce qui est déjà réservé garde son prix.
        </p>
      </div>
    </details>
  );
}

function QuotientForm({ householdId, today }: Props) {
  const { form, isPending, isDone, errorOf, summary } = useKeptForm(recordQuotientAction, (element) => element.reset());
  const field = (name: string) => ({ id: `quotient-${name}`, name, error: errorOf(name) });
  return (
    <form {...form} className="grid gap-3">
      <HiddenFields fields={{ householdId }} />
      <TextField label="Quotient familial" inputMode="numeric" {...field("value")} />
      <SelectField label="D’après" options={optionsOf(sources)} {...field("source")} />
      <TextField label="À partir du" type="date" defaultValue={today} {...field("effectiveFrom")} />
      {summary.message && summary.problems.length === 0 && <Notice tone="error" role="alert" title={summary.message} />}
      {isDone && <Notice tone="success" role="status" title="Quotient enregistré." />}
      <div>
        <SubmitButton size="small" pending={isPending}>
          Enregistrer le quotient
        </SubmitButton>
      </div>
    </form>
  );
}

function CategoryForm({ householdId, tariffCategory }: Props) {
  const { form, isPending, isDone, errorOf, summary } = useKeptForm(setTariffCategoryAction);
  return (
    <form {...form} className="grid gap-3">
      <HiddenFields fields={{ householdId }} />
      <SelectField
        id="tarif-categorie"
        name="tariffCategory"
        label="Tarif"
        options={optionsOf(categories)}
        defaultValue={tariffCategory}
        error={errorOf("tariffCategory") ?? summary.message}
      />
      {isDone && <Notice tone="success" role="status" title="Tarif enregistré." />}
      <div>
        <SubmitButton size="small" variant="secondary" pending={isPending}>
          Enregistrer le tarif
        </SubmitButton>
      </div>
    </form>
  );
}
