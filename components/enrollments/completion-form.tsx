"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { askCompletionAction } from "@/lib/enrollments/actions";

/** Neither yes nor no: the family is told what is wanted, and sends its request again. */
export function CompletionForm({ enrollmentId }: { enrollmentId: string }) {
  const { form, isPending, errorOf, summary } = useKeptForm(askCompletionAction);
  return (
    <details className="open:w-full">
      <summary className="inline-flex min-h-9 items-center rounded-control border border-line-strong bg-paper px-3 py-1.5 text-sm font-semibold hover:border-primary hover:text-primary-strong">
        Demander un complément…
      </summary>
      <form {...form} className="mt-3 grid max-w-prose gap-3">
        <HiddenFields fields={{ enrollmentId }} />
        <TextArea
          id={`complement-${enrollmentId}`}
          label="Ce qu’il manque, que la famille lira"
          name="reason"
          rows={2}
          error={errorOf("reason") ?? summary.message}
        />
        <div>
          <SubmitButton size="small" pending={isPending}>
            Renvoyer à la famille
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
